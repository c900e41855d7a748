-- The links through which a report came on a row of a meeting held together: read once by a statement, as with meetings. A call
-- for each link of another office took a meeting's page a millisecond.
CREATE FUNCTION lokmin_joint_links() RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp COST 1 ROWS 100 AS $$
BEGIN
  RETURN QUERY SELECT r."ownerLinkId" FROM lokmin_joint_items() i JOIN "ProgressReport" r ON r."itemId" = i WHERE r."ownerLinkId" IS NOT NULL;
END $$;

SELECT lokmin_guard('"OwnerLink"', ARRAY['organisationId'], 'id IN (SELECT lokmin_joint_links())');
DROP FUNCTION lokmin_owner_link_within(uuid);
