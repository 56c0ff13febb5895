namespace Pod.Database;

/// <summary>The error codes of PostgreSQL.</summary>
public static class SqlStates
{
    // Class 00 - Successful Completion
    /// <summary><c>successful_completion</c></summary>
    public const string SuccessfulCompletion = "00000";

    // Class 01 - Warning
    /// <summary><c>warning</c></summary>
    public const string Warning = "01000";
    /// <summary><c>warning_dynamic_result_sets_returned</c></summary>
    public const string WarningDynamicResultSetsReturned = "0100C";
    /// <summary><c>warning_implicit_zero_bit_padding</c></summary>
    public const string WarningImplicitZeroBitPadding = "01008";
    /// <summary><c>warning_null_value_eliminated_in_set_function</c></summary>
    public const string WarningNullValueEliminatedInSetFunction = "01003";
    /// <summary><c>warning_privilege_not_granted</c></summary>
    public const string WarningPrivilegeNotGranted = "01007";
    /// <summary><c>warning_privilege_not_revoked</c></summary>
    public const string WarningPrivilegeNotRevoked = "01006";
    /// <summary><c>warning_string_data_right_truncation</c></summary>
    public const string WarningStringDataRightTruncation = "01004";
    /// <summary><c>warning_deprecated_feature</c></summary>
    public const string WarningDeprecatedFeature = "01P01";

    // Class 02 - No Data (this is also a warning class per the SQL standard)
    /// <summary><c>no_data</c></summary>
    public const string NoData = "02000";
    /// <summary><c>no_additional_dynamic_result_sets_returned</c></summary>
    public const string NoAdditionalDynamicResultSetsReturned = "02001";

    // Class 03 - SQL Statement Not Yet Complete
    /// <summary><c>sql_statement_not_yet_complete</c></summary>
    public const string SqlStatementNotYetComplete = "03000";

    // Class 08 - Connection Exception
    /// <summary><c>connection_exception</c></summary>
    public const string ConnectionException = "08000";
    /// <summary><c>connection_does_not_exist</c></summary>
    public const string ConnectionDoesNotExist = "08003";
    /// <summary><c>connection_failure</c></summary>
    public const string ConnectionFailure = "08006";
    /// <summary><c>sqlclient_unable_to_establish_sqlconnection</c></summary>
    public const string SqlclientUnableToEstablishSqlconnection = "08001";
    /// <summary><c>sqlserver_rejected_establishment_of_sqlconnection</c></summary>
    public const string SqlserverRejectedEstablishmentOfSqlconnection = "08004";
    /// <summary><c>transaction_resolution_unknown</c></summary>
    public const string TransactionResolutionUnknown = "08007";
    /// <summary><c>protocol_violation</c></summary>
    public const string ProtocolViolation = "08P01";

    // Class 09 - Triggered Action Exception
    /// <summary><c>triggered_action_exception</c></summary>
    public const string TriggeredActionException = "09000";

    // Class 0A - Feature Not Supported
    /// <summary><c>feature_not_supported</c></summary>
    public const string FeatureNotSupported = "0A000";

    // Class 0B - Invalid Transaction Initiation
    /// <summary><c>invalid_transaction_initiation</c></summary>
    public const string InvalidTransactionInitiation = "0B000";

    // Class 0F - Locator Exception
    /// <summary><c>locator_exception</c></summary>
    public const string LocatorException = "0F000";
    /// <summary><c>l_e_invalid_specification</c></summary>
    public const string LEInvalidSpecification = "0F001";

    // Class 0L - Invalid Grantor
    /// <summary><c>invalid_grantor</c></summary>
    public const string InvalidGrantor = "0L000";
    /// <summary><c>invalid_grant_operation</c></summary>
    public const string InvalidGrantOperation = "0LP01";

    // Class 0P - Invalid Role Specification
    /// <summary><c>invalid_role_specification</c></summary>
    public const string InvalidRoleSpecification = "0P000";

    // Class 0Z - Diagnostics Exception
    /// <summary><c>diagnostics_exception</c></summary>
    public const string DiagnosticsException = "0Z000";
    /// <summary><c>stacked_diagnostics_accessed_without_active_handler</c></summary>
    public const string StackedDiagnosticsAccessedWithoutActiveHandler = "0Z002";

    // Class 20 - Case Not Found
    /// <summary><c>case_not_found</c></summary>
    public const string CaseNotFound = "20000";

    // Class 21 - Cardinality Violation
    /// <summary><c>cardinality_violation</c></summary>
    public const string CardinalityViolation = "21000";

    // Class 22 - Data Exception
    /// <summary><c>data_exception</c></summary>
    public const string DataException = "22000";
    /// <summary><c>array_element_error</c></summary>
    public const string ArrayElementError = "2202E";
    /// <summary><c>character_not_in_repertoire</c></summary>
    public const string CharacterNotInRepertoire = "22021";
    /// <summary><c>datetime_field_overflow</c></summary>
    public const string DatetimeFieldOverflow = "22008";
    /// <summary><c>division_by_zero</c></summary>
    public const string DivisionByZero = "22012";
    /// <summary><c>error_in_assignment</c></summary>
    public const string ErrorInAssignment = "22005";
    /// <summary><c>escape_character_conflict</c></summary>
    public const string EscapeCharacterConflict = "2200B";
    /// <summary><c>indicator_overflow</c></summary>
    public const string IndicatorOverflow = "22022";
    /// <summary><c>interval_field_overflow</c></summary>
    public const string IntervalFieldOverflow = "22015";
    /// <summary><c>invalid_argument_for_log</c></summary>
    public const string InvalidArgumentForLog = "2201E";
    /// <summary><c>invalid_argument_for_ntile</c></summary>
    public const string InvalidArgumentForNtile = "22014";
    /// <summary><c>invalid_argument_for_nth_value</c></summary>
    public const string InvalidArgumentForNthValue = "22016";
    /// <summary><c>invalid_argument_for_power_function</c></summary>
    public const string InvalidArgumentForPowerFunction = "2201F";
    /// <summary><c>invalid_argument_for_width_bucket_function</c></summary>
    public const string InvalidArgumentForWidthBucketFunction = "2201G";
    /// <summary><c>invalid_character_value_for_cast</c></summary>
    public const string InvalidCharacterValueForCast = "22018";
    /// <summary><c>invalid_datetime_format</c></summary>
    public const string InvalidDatetimeFormat = "22007";
    /// <summary><c>invalid_escape_character</c></summary>
    public const string InvalidEscapeCharacter = "22019";
    /// <summary><c>invalid_escape_octet</c></summary>
    public const string InvalidEscapeOctet = "2200D";
    /// <summary><c>invalid_escape_sequence</c></summary>
    public const string InvalidEscapeSequence = "22025";
    /// <summary><c>nonstandard_use_of_escape_character</c></summary>
    public const string NonstandardUseOfEscapeCharacter = "22P06";
    /// <summary><c>invalid_indicator_parameter_value</c></summary>
    public const string InvalidIndicatorParameterValue = "22010";
    /// <summary><c>invalid_parameter_value</c></summary>
    public const string InvalidParameterValue = "22023";
    /// <summary><c>invalid_preceding_or_following_size</c></summary>
    public const string InvalidPrecedingOrFollowingSize = "22013";
    /// <summary><c>invalid_regular_expression</c></summary>
    public const string InvalidRegularExpression = "2201B";
    /// <summary><c>invalid_row_count_in_limit_clause</c></summary>
    public const string InvalidRowCountInLimitClause = "2201W";
    /// <summary><c>invalid_row_count_in_result_offset_clause</c></summary>
    public const string InvalidRowCountInResultOffsetClause = "2201X";
    /// <summary><c>invalid_tablesample_argument</c></summary>
    public const string InvalidTablesampleArgument = "2202H";
    /// <summary><c>invalid_tablesample_repeat</c></summary>
    public const string InvalidTablesampleRepeat = "2202G";
    /// <summary><c>invalid_time_zone_displacement_value</c></summary>
    public const string InvalidTimeZoneDisplacementValue = "22009";
    /// <summary><c>invalid_use_of_escape_character</c></summary>
    public const string InvalidUseOfEscapeCharacter = "2200C";
    /// <summary><c>most_specific_type_mismatch</c></summary>
    public const string MostSpecificTypeMismatch = "2200G";
    /// <summary><c>null_value_not_allowed</c></summary>
    public const string NullValueNotAllowed = "22004";
    /// <summary><c>null_value_no_indicator_parameter</c></summary>
    public const string NullValueNoIndicatorParameter = "22002";
    /// <summary><c>numeric_value_out_of_range</c></summary>
    public const string NumericValueOutOfRange = "22003";
    /// <summary><c>sequence_generator_limit_exceeded</c></summary>
    public const string SequenceGeneratorLimitExceeded = "2200H";
    /// <summary><c>string_data_length_mismatch</c></summary>
    public const string StringDataLengthMismatch = "22026";
    /// <summary><c>string_data_right_truncation</c></summary>
    public const string StringDataRightTruncation = "22001";
    /// <summary><c>substring_error</c></summary>
    public const string SubstringError = "22011";
    /// <summary><c>trim_error</c></summary>
    public const string TrimError = "22027";
    /// <summary><c>unterminated_c_string</c></summary>
    public const string UnterminatedCString = "22024";
    /// <summary><c>zero_length_character_string</c></summary>
    public const string ZeroLengthCharacterString = "2200F";
    /// <summary><c>floating_point_exception</c></summary>
    public const string FloatingPointException = "22P01";
    /// <summary><c>invalid_text_representation</c></summary>
    public const string InvalidTextRepresentation = "22P02";
    /// <summary><c>invalid_binary_representation</c></summary>
    public const string InvalidBinaryRepresentation = "22P03";
    /// <summary><c>bad_copy_file_format</c></summary>
    public const string BadCopyFileFormat = "22P04";
    /// <summary><c>untranslatable_character</c></summary>
    public const string UntranslatableCharacter = "22P05";
    /// <summary><c>not_an_xml_document</c></summary>
    public const string NotAnXmlDocument = "2200L";
    /// <summary><c>invalid_xml_document</c></summary>
    public const string InvalidXmlDocument = "2200M";
    /// <summary><c>invalid_xml_content</c></summary>
    public const string InvalidXmlContent = "2200N";
    /// <summary><c>invalid_xml_comment</c></summary>
    public const string InvalidXmlComment = "2200S";
    /// <summary><c>invalid_xml_processing_instruction</c></summary>
    public const string InvalidXmlProcessingInstruction = "2200T";
    /// <summary><c>duplicate_json_object_key_value</c></summary>
    public const string DuplicateJsonObjectKeyValue = "22030";
    /// <summary><c>invalid_argument_for_sql_json_datetime_function</c></summary>
    public const string InvalidArgumentForSqlJsonDatetimeFunction = "22031";
    /// <summary><c>invalid_json_text</c></summary>
    public const string InvalidJsonText = "22032";
    /// <summary><c>invalid_sql_json_subscript</c></summary>
    public const string InvalidSqlJsonSubscript = "22033";
    /// <summary><c>more_than_one_sql_json_item</c></summary>
    public const string MoreThanOneSqlJsonItem = "22034";
    /// <summary><c>no_sql_json_item</c></summary>
    public const string NoSqlJsonItem = "22035";
    /// <summary><c>non_numeric_sql_json_item</c></summary>
    public const string NonNumericSqlJsonItem = "22036";
    /// <summary><c>non_unique_keys_in_a_json_object</c></summary>
    public const string NonUniqueKeysInAJsonObject = "22037";
    /// <summary><c>singleton_sql_json_item_required</c></summary>
    public const string SingletonSqlJsonItemRequired = "22038";
    /// <summary><c>sql_json_array_not_found</c></summary>
    public const string SqlJsonArrayNotFound = "22039";
    /// <summary><c>sql_json_member_not_found</c></summary>
    public const string SqlJsonMemberNotFound = "2203A";
    /// <summary><c>sql_json_number_not_found</c></summary>
    public const string SqlJsonNumberNotFound = "2203B";
    /// <summary><c>sql_json_object_not_found</c></summary>
    public const string SqlJsonObjectNotFound = "2203C";
    /// <summary><c>too_many_json_array_elements</c></summary>
    public const string TooManyJsonArrayElements = "2203D";
    /// <summary><c>too_many_json_object_members</c></summary>
    public const string TooManyJsonObjectMembers = "2203E";
    /// <summary><c>sql_json_scalar_required</c></summary>
    public const string SqlJsonScalarRequired = "2203F";
    /// <summary><c>sql_json_item_cannot_be_cast_to_target_type</c></summary>
    public const string SqlJsonItemCannotBeCastToTargetType = "2203G";

    // Class 23 - Integrity Constraint Violation
    /// <summary><c>integrity_constraint_violation</c></summary>
    public const string IntegrityConstraintViolation = "23000";
    /// <summary><c>restrict_violation</c></summary>
    public const string RestrictViolation = "23001";
    /// <summary><c>not_null_violation</c></summary>
    public const string NotNullViolation = "23502";
    /// <summary><c>foreign_key_violation</c></summary>
    public const string ForeignKeyViolation = "23503";
    /// <summary><c>unique_violation</c></summary>
    public const string UniqueViolation = "23505";
    /// <summary><c>check_violation</c></summary>
    public const string CheckViolation = "23514";
    /// <summary><c>exclusion_violation</c></summary>
    public const string ExclusionViolation = "23P01";

    // Class 24 - Invalid Cursor State
    /// <summary><c>invalid_cursor_state</c></summary>
    public const string InvalidCursorState = "24000";

    // Class 25 - Invalid Transaction State
    /// <summary><c>invalid_transaction_state</c></summary>
    public const string InvalidTransactionState = "25000";
    /// <summary><c>active_sql_transaction</c></summary>
    public const string ActiveSqlTransaction = "25001";
    /// <summary><c>branch_transaction_already_active</c></summary>
    public const string BranchTransactionAlreadyActive = "25002";
    /// <summary><c>held_cursor_requires_same_isolation_level</c></summary>
    public const string HeldCursorRequiresSameIsolationLevel = "25008";
    /// <summary><c>inappropriate_access_mode_for_branch_transaction</c></summary>
    public const string InappropriateAccessModeForBranchTransaction = "25003";
    /// <summary><c>inappropriate_isolation_level_for_branch_transaction</c></summary>
    public const string InappropriateIsolationLevelForBranchTransaction = "25004";
    /// <summary><c>no_active_sql_transaction_for_branch_transaction</c></summary>
    public const string NoActiveSqlTransactionForBranchTransaction = "25005";
    /// <summary><c>read_only_sql_transaction</c></summary>
    public const string ReadOnlySqlTransaction = "25006";
    /// <summary><c>schema_and_data_statement_mixing_not_supported</c></summary>
    public const string SchemaAndDataStatementMixingNotSupported = "25007";
    /// <summary><c>no_active_sql_transaction</c></summary>
    public const string NoActiveSqlTransaction = "25P01";
    /// <summary><c>in_failed_sql_transaction</c></summary>
    public const string InFailedSqlTransaction = "25P02";
    /// <summary><c>idle_in_transaction_session_timeout</c></summary>
    public const string IdleInTransactionSessionTimeout = "25P03";
    /// <summary><c>transaction_timeout</c></summary>
    public const string TransactionTimeout = "25P04";

    // Class 26 - Invalid SQL Statement Name
    /// <summary><c>invalid_sql_statement_name</c></summary>
    public const string InvalidSqlStatementName = "26000";

    // Class 27 - Triggered Data Change Violation
    /// <summary><c>triggered_data_change_violation</c></summary>
    public const string TriggeredDataChangeViolation = "27000";

    // Class 28 - Invalid Authorization Specification
    /// <summary><c>invalid_authorization_specification</c></summary>
    public const string InvalidAuthorizationSpecification = "28000";
    /// <summary><c>invalid_password</c></summary>
    public const string InvalidPassword = "28P01";

    // Class 2B - Dependent Privilege Descriptors Still Exist
    /// <summary><c>dependent_privilege_descriptors_still_exist</c></summary>
    public const string DependentPrivilegeDescriptorsStillExist = "2B000";
    /// <summary><c>dependent_objects_still_exist</c></summary>
    public const string DependentObjectsStillExist = "2BP01";

    // Class 2D - Invalid Transaction Termination
    /// <summary><c>invalid_transaction_termination</c></summary>
    public const string InvalidTransactionTermination = "2D000";

    // Class 2F - SQL Routine Exception
    /// <summary><c>sql_routine_exception</c></summary>
    public const string SqlRoutineException = "2F000";
    /// <summary><c>s_r_e_function_executed_no_return_statement</c></summary>
    public const string SREFunctionExecutedNoReturnStatement = "2F005";
    /// <summary><c>s_r_e_modifying_sql_data_not_permitted</c></summary>
    public const string SREModifyingSqlDataNotPermitted = "2F002";
    /// <summary><c>s_r_e_prohibited_sql_statement_attempted</c></summary>
    public const string SREProhibitedSqlStatementAttempted = "2F003";
    /// <summary><c>s_r_e_reading_sql_data_not_permitted</c></summary>
    public const string SREReadingSqlDataNotPermitted = "2F004";

    // Class 34 - Invalid Cursor Name
    /// <summary><c>invalid_cursor_name</c></summary>
    public const string InvalidCursorName = "34000";

    // Class 38 - External Routine Exception
    /// <summary><c>external_routine_exception</c></summary>
    public const string ExternalRoutineException = "38000";
    /// <summary><c>e_r_e_containing_sql_not_permitted</c></summary>
    public const string EREContainingSqlNotPermitted = "38001";
    /// <summary><c>e_r_e_modifying_sql_data_not_permitted</c></summary>
    public const string EREModifyingSqlDataNotPermitted = "38002";
    /// <summary><c>e_r_e_prohibited_sql_statement_attempted</c></summary>
    public const string EREProhibitedSqlStatementAttempted = "38003";
    /// <summary><c>e_r_e_reading_sql_data_not_permitted</c></summary>
    public const string EREReadingSqlDataNotPermitted = "38004";

    // Class 39 - External Routine Invocation Exception
    /// <summary><c>external_routine_invocation_exception</c></summary>
    public const string ExternalRoutineInvocationException = "39000";
    /// <summary><c>e_r_i_e_invalid_sqlstate_returned</c></summary>
    public const string ERIEInvalidSqlstateReturned = "39001";
    /// <summary><c>e_r_i_e_null_value_not_allowed</c></summary>
    public const string ERIENullValueNotAllowed = "39004";
    /// <summary><c>e_r_i_e_trigger_protocol_violated</c></summary>
    public const string ERIETriggerProtocolViolated = "39P01";
    /// <summary><c>e_r_i_e_srf_protocol_violated</c></summary>
    public const string ERIESrfProtocolViolated = "39P02";
    /// <summary><c>e_r_i_e_event_trigger_protocol_violated</c></summary>
    public const string ERIEEventTriggerProtocolViolated = "39P03";

    // Class 3B - Savepoint Exception
    /// <summary><c>savepoint_exception</c></summary>
    public const string SavepointException = "3B000";
    /// <summary><c>s_e_invalid_specification</c></summary>
    public const string SEInvalidSpecification = "3B001";

    // Class 3D - Invalid Catalog Name
    /// <summary><c>invalid_catalog_name</c></summary>
    public const string InvalidCatalogName = "3D000";

    // Class 3F - Invalid Schema Name
    /// <summary><c>invalid_schema_name</c></summary>
    public const string InvalidSchemaName = "3F000";

    // Class 40 - Transaction Rollback
    /// <summary><c>transaction_rollback</c></summary>
    public const string TransactionRollback = "40000";
    /// <summary><c>t_r_integrity_constraint_violation</c></summary>
    public const string TransactionIntegrityConstraintViolation = "40002";
    /// <summary><c>t_r_serialization_failure</c></summary>
    public const string SerializationFailure = "40001";
    /// <summary><c>t_r_statement_completion_unknown</c></summary>
    public const string StatementCompletionUnknown = "40003";
    /// <summary><c>t_r_deadlock_detected</c></summary>
    public const string DeadlockDetected = "40P01";

    // Class 42 - Syntax Error or Access Rule Violation
    /// <summary><c>syntax_error_or_access_rule_violation</c></summary>
    public const string SyntaxErrorOrAccessRuleViolation = "42000";
    /// <summary><c>syntax_error</c></summary>
    public const string SyntaxError = "42601";
    /// <summary><c>insufficient_privilege</c></summary>
    public const string InsufficientPrivilege = "42501";
    /// <summary><c>cannot_coerce</c></summary>
    public const string CannotCoerce = "42846";
    /// <summary><c>grouping_error</c></summary>
    public const string GroupingError = "42803";
    /// <summary><c>windowing_error</c></summary>
    public const string WindowingError = "42P20";
    /// <summary><c>invalid_recursion</c></summary>
    public const string InvalidRecursion = "42P19";
    /// <summary><c>invalid_foreign_key</c></summary>
    public const string InvalidForeignKey = "42830";
    /// <summary><c>invalid_name</c></summary>
    public const string InvalidName = "42602";
    /// <summary><c>name_too_long</c></summary>
    public const string NameTooLong = "42622";
    /// <summary><c>reserved_name</c></summary>
    public const string ReservedName = "42939";
    /// <summary><c>datatype_mismatch</c></summary>
    public const string DatatypeMismatch = "42804";
    /// <summary><c>indeterminate_datatype</c></summary>
    public const string IndeterminateDatatype = "42P18";
    /// <summary><c>collation_mismatch</c></summary>
    public const string CollationMismatch = "42P21";
    /// <summary><c>indeterminate_collation</c></summary>
    public const string IndeterminateCollation = "42P22";
    /// <summary><c>wrong_object_type</c></summary>
    public const string WrongObjectType = "42809";
    /// <summary><c>generated_always</c></summary>
    public const string GeneratedAlways = "428C9";
    /// <summary><c>undefined_column</c></summary>
    public const string UndefinedColumn = "42703";
    /// <summary><c>undefined_function</c></summary>
    public const string UndefinedFunction = "42883";
    /// <summary><c>undefined_table</c></summary>
    public const string UndefinedTable = "42P01";
    /// <summary><c>undefined_parameter</c></summary>
    public const string UndefinedParameter = "42P02";
    /// <summary><c>undefined_object</c></summary>
    public const string UndefinedObject = "42704";
    /// <summary><c>duplicate_column</c></summary>
    public const string DuplicateColumn = "42701";
    /// <summary><c>duplicate_cursor</c></summary>
    public const string DuplicateCursor = "42P03";
    /// <summary><c>duplicate_database</c></summary>
    public const string DuplicateDatabase = "42P04";
    /// <summary><c>duplicate_function</c></summary>
    public const string DuplicateFunction = "42723";
    /// <summary><c>duplicate_pstatement</c></summary>
    public const string DuplicatePstatement = "42P05";
    /// <summary><c>duplicate_schema</c></summary>
    public const string DuplicateSchema = "42P06";
    /// <summary><c>duplicate_table</c></summary>
    public const string DuplicateTable = "42P07";
    /// <summary><c>duplicate_alias</c></summary>
    public const string DuplicateAlias = "42712";
    /// <summary><c>duplicate_object</c></summary>
    public const string DuplicateObject = "42710";
    /// <summary><c>ambiguous_column</c></summary>
    public const string AmbiguousColumn = "42702";
    /// <summary><c>ambiguous_function</c></summary>
    public const string AmbiguousFunction = "42725";
    /// <summary><c>ambiguous_parameter</c></summary>
    public const string AmbiguousParameter = "42P08";
    /// <summary><c>ambiguous_alias</c></summary>
    public const string AmbiguousAlias = "42P09";
    /// <summary><c>invalid_column_reference</c></summary>
    public const string InvalidColumnReference = "42P10";
    /// <summary><c>invalid_column_definition</c></summary>
    public const string InvalidColumnDefinition = "42611";
    /// <summary><c>invalid_cursor_definition</c></summary>
    public const string InvalidCursorDefinition = "42P11";
    /// <summary><c>invalid_database_definition</c></summary>
    public const string InvalidDatabaseDefinition = "42P12";
    /// <summary><c>invalid_function_definition</c></summary>
    public const string InvalidFunctionDefinition = "42P13";
    /// <summary><c>invalid_pstatement_definition</c></summary>
    public const string InvalidPstatementDefinition = "42P14";
    /// <summary><c>invalid_schema_definition</c></summary>
    public const string InvalidSchemaDefinition = "42P15";
    /// <summary><c>invalid_table_definition</c></summary>
    public const string InvalidTableDefinition = "42P16";
    /// <summary><c>invalid_object_definition</c></summary>
    public const string InvalidObjectDefinition = "42P17";

    // Class 44 - WITH CHECK OPTION Violation
    /// <summary><c>with_check_option_violation</c></summary>
    public const string WithCheckOptionViolation = "44000";

    // Class 53 - Insufficient Resources
    /// <summary><c>insufficient_resources</c></summary>
    public const string InsufficientResources = "53000";
    /// <summary><c>disk_full</c></summary>
    public const string DiskFull = "53100";
    /// <summary><c>out_of_memory</c></summary>
    public const string OutOfMemory = "53200";
    /// <summary><c>too_many_connections</c></summary>
    public const string TooManyConnections = "53300";
    /// <summary><c>configuration_limit_exceeded</c></summary>
    public const string ConfigurationLimitExceeded = "53400";

    // Class 54 - Program Limit Exceeded
    /// <summary><c>program_limit_exceeded</c></summary>
    public const string ProgramLimitExceeded = "54000";
    /// <summary><c>statement_too_complex</c></summary>
    public const string StatementTooComplex = "54001";
    /// <summary><c>too_many_columns</c></summary>
    public const string TooManyColumns = "54011";
    /// <summary><c>too_many_arguments</c></summary>
    public const string TooManyArguments = "54023";

    // Class 55 - Object Not In Prerequisite State
    /// <summary><c>object_not_in_prerequisite_state</c></summary>
    public const string ObjectNotInPrerequisiteState = "55000";
    /// <summary><c>object_in_use</c></summary>
    public const string ObjectInUse = "55006";
    /// <summary><c>cant_change_runtime_param</c></summary>
    public const string CantChangeRuntimeParam = "55P02";
    /// <summary><c>lock_not_available</c></summary>
    public const string LockNotAvailable = "55P03";
    /// <summary><c>unsafe_new_enum_value_usage</c></summary>
    public const string UnsafeNewEnumValueUsage = "55P04";

    // Class 57 - Operator Intervention
    /// <summary><c>operator_intervention</c></summary>
    public const string OperatorIntervention = "57000";
    /// <summary><c>query_canceled</c></summary>
    public const string QueryCanceled = "57014";
    /// <summary><c>admin_shutdown</c></summary>
    public const string AdminShutdown = "57P01";
    /// <summary><c>crash_shutdown</c></summary>
    public const string CrashShutdown = "57P02";
    /// <summary><c>cannot_connect_now</c></summary>
    public const string CannotConnectNow = "57P03";
    /// <summary><c>database_dropped</c></summary>
    public const string DatabaseDropped = "57P04";
    /// <summary><c>idle_session_timeout</c></summary>
    public const string IdleSessionTimeout = "57P05";

    // Class 58 - System Error (errors external to PostgreSQL itself)
    /// <summary><c>system_error</c></summary>
    public const string SystemError = "58000";
    /// <summary><c>io_error</c></summary>
    public const string IoError = "58030";
    /// <summary><c>undefined_file</c></summary>
    public const string UndefinedFile = "58P01";
    /// <summary><c>duplicate_file</c></summary>
    public const string DuplicateFile = "58P02";

    // Class 72 - Snapshot Failure
    /// <summary><c>snapshot_too_old</c></summary>
    public const string SnapshotTooOld = "72000";

    // Class F0 - Configuration File Error
    /// <summary><c>config_file_error</c></summary>
    public const string ConfigFileError = "F0000";
    /// <summary><c>lock_file_exists</c></summary>
    public const string LockFileExists = "F0001";

    // Class HV - Foreign Data Wrapper Error (SQL/MED)
    /// <summary><c>fdw_error</c></summary>
    public const string FdwError = "HV000";
    /// <summary><c>fdw_column_name_not_found</c></summary>
    public const string FdwColumnNameNotFound = "HV005";
    /// <summary><c>fdw_dynamic_parameter_value_needed</c></summary>
    public const string FdwDynamicParameterValueNeeded = "HV002";
    /// <summary><c>fdw_function_sequence_error</c></summary>
    public const string FdwFunctionSequenceError = "HV010";
    /// <summary><c>fdw_inconsistent_descriptor_information</c></summary>
    public const string FdwInconsistentDescriptorInformation = "HV021";
    /// <summary><c>fdw_invalid_attribute_value</c></summary>
    public const string FdwInvalidAttributeValue = "HV024";
    /// <summary><c>fdw_invalid_column_name</c></summary>
    public const string FdwInvalidColumnName = "HV007";
    /// <summary><c>fdw_invalid_column_number</c></summary>
    public const string FdwInvalidColumnNumber = "HV008";
    /// <summary><c>fdw_invalid_data_type</c></summary>
    public const string FdwInvalidDataType = "HV004";
    /// <summary><c>fdw_invalid_data_type_descriptors</c></summary>
    public const string FdwInvalidDataTypeDescriptors = "HV006";
    /// <summary><c>fdw_invalid_descriptor_field_identifier</c></summary>
    public const string FdwInvalidDescriptorFieldIdentifier = "HV091";
    /// <summary><c>fdw_invalid_handle</c></summary>
    public const string FdwInvalidHandle = "HV00B";
    /// <summary><c>fdw_invalid_option_index</c></summary>
    public const string FdwInvalidOptionIndex = "HV00C";
    /// <summary><c>fdw_invalid_option_name</c></summary>
    public const string FdwInvalidOptionName = "HV00D";
    /// <summary><c>fdw_invalid_string_length_or_buffer_length</c></summary>
    public const string FdwInvalidStringLengthOrBufferLength = "HV090";
    /// <summary><c>fdw_invalid_string_format</c></summary>
    public const string FdwInvalidStringFormat = "HV00A";
    /// <summary><c>fdw_invalid_use_of_null_pointer</c></summary>
    public const string FdwInvalidUseOfNullPointer = "HV009";
    /// <summary><c>fdw_too_many_handles</c></summary>
    public const string FdwTooManyHandles = "HV014";
    /// <summary><c>fdw_out_of_memory</c></summary>
    public const string FdwOutOfMemory = "HV001";
    /// <summary><c>fdw_no_schemas</c></summary>
    public const string FdwNoSchemas = "HV00P";
    /// <summary><c>fdw_option_name_not_found</c></summary>
    public const string FdwOptionNameNotFound = "HV00J";
    /// <summary><c>fdw_reply_handle</c></summary>
    public const string FdwReplyHandle = "HV00K";
    /// <summary><c>fdw_schema_not_found</c></summary>
    public const string FdwSchemaNotFound = "HV00Q";
    /// <summary><c>fdw_table_not_found</c></summary>
    public const string FdwTableNotFound = "HV00R";
    /// <summary><c>fdw_unable_to_create_execution</c></summary>
    public const string FdwUnableToCreateExecution = "HV00L";
    /// <summary><c>fdw_unable_to_create_reply</c></summary>
    public const string FdwUnableToCreateReply = "HV00M";
    /// <summary><c>fdw_unable_to_establish_connection</c></summary>
    public const string FdwUnableToEstablishConnection = "HV00N";

    // Class P0 - PL/pgSQL Error
    /// <summary><c>plpgsql_error</c></summary>
    public const string PlpgsqlError = "P0000";
    /// <summary><c>raise_exception</c></summary>
    public const string RaiseException = "P0001";
    /// <summary><c>no_data_found</c></summary>
    public const string NoDataFound = "P0002";
    /// <summary><c>too_many_rows</c></summary>
    public const string TooManyRows = "P0003";
    /// <summary><c>assert_failure</c></summary>
    public const string AssertFailure = "P0004";

    // Class XX - Internal Error
    /// <summary><c>internal_error</c></summary>
    public const string InternalError = "XX000";
    /// <summary><c>data_corrupted</c></summary>
    public const string DataCorrupted = "XX001";
    /// <summary><c>index_corrupted</c></summary>
    public const string IndexCorrupted = "XX002";
}
