/** In which a form says for whom it was made; like the framework's own names it is no value of the form. */
export const writerField = "$pengguna";
