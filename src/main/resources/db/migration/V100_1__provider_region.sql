-- The region of a provider as in ISO 3166-2, where regions keep public holidays of their own.
ALTER TABLE directory_provider ADD COLUMN region VARCHAR(6);
UPDATE directory_provider SET region = 'DE-BW' WHERE id IN ('heidelberg', 'tuebingen');
UPDATE directory_provider SET region = 'DE-HE' WHERE id = 'frankfurt';
UPDATE directory_provider SET region = 'DE-HH' WHERE id = 'uke';
UPDATE directory_provider SET region = 'ES-MD' WHERE id = 'la-paz';
