// The custom record that holds the SFTP settings (contract §20).

export const SETTINGS_RECORD = 'customrecord_ns_sftp_configuration';

export const SETTINGS_FIELDS = {
  host: 'custrecord_ns_sftp_server',
  user: 'custrecord_ns_sftp_userid',
  port: 'custrecord_ns_sftp_port_no',
  hostKey: 'custrecord_ns_sftp_host_key',
  secret: 'custrecord_ns_sftp_guid',
  directory: 'custrecord_ns_sftp_default_file_dir',
} as const;
