// Who reads what recurs, in the order of the letters AHSRC XY DV K P Q W M T F.
const line = (text: string) => text.replaceAll(" ", "");

/** A meeting's: its organisers and the offices above them; of the Dinkes' reviewers those of the host's cluster. */
export const ofMeeting = line("+++++ -- ++ - + - - + + -");
/** With signatures or letters: a province and the ministry read none. */
export const ofMeetingNotAbove = line("+++++ -- ++ - - - - - + -");
/** The host's own, and the offices' above it. */
export const ofOffice = line("++++- -- ++ - + - - + + -");
export const ofOfficeNotAbove = line("++++- -- ++ - - - - - + -");
export const ofOrganisers = line("+++++ -- -- - - - - - - -");
export const ofHost = line("++++- -- -- - - - - - - -");
export const ofHostsWriters = line("+++-- -- -- - - - - - - -");
export const ofHostsAdmin = line("+---- -- -- - - - - - - -");
/** What waits for its Dinkes: the admin's, and the reviewers' of its cluster. */
export const ofReviewers = line("----- -- ++ - - - - - + -");
/** What an office plans over those below it. */
export const ofOfficesAbove = line("----- -- ++ - + - - + + -");
/** How the Dinkes divides its work: all who work there. */
export const ofDinkes = line("----- -- ++ - - - + - + +");
/** Of the reader's own account or office, or of nothing that the host has. */
export const ofNobody = line("----- -- -- - - - - - - -");
