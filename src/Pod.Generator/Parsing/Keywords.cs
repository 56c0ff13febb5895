namespace Pod.Generator.Parsing;

/// <summary>The words of the model language. An unknown word is compared with these lists to suggest the nearest.</summary>
internal static class Keywords
{
    public const string Class = "class";
    public const string Exception = "exception";
    public const string Enum = "enum";
    public const string Table = "table";
    public const string Fields = "fields";
    public const string Indexes = "indexes";
    public const string ServerOnly = "serverOnly";
    public const string Sealed = "sealed";
    public const string Extends = "extends";
    public const string Immutable = "immutable";
    public const string Values = "values";
    public const string Properties = "properties";
    public const string Serialized = "serialized";
    public const string Default = "default";
    public const string DefaultModel = "defaultModel";
    public const string DefaultPersist = "defaultPersist";
    public const string Relation = "relation";
    public const string Scope = "scope";
    public const string Persist = "persist";
    public const string Required = "required";
    public const string Column = "column";
    public const string JsonKey = "jsonKey";
    public const string Unique = "unique";
    public const string Indexed = "indexed";
    public const string Type = "type";
    public const string Parent = "parent";
    public const string Field = "field";
    public const string Name = "name";
    public const string Optional = "optional";
    public const string OnDelete = "onDelete";
    public const string OnUpdate = "onUpdate";
    public const string Tail = "tail";
    public const string OldApi = "api";
    public const string Deferrable = "deferrable";
    public const string Deferred = "deferred";
    public const string SerializationDataType = "serializationDataType";
    public const string PlainJson = "json";
    public const string ManagedMigration = "managedMigration";
    public const string Database = "database";
    public const string RenamedFrom = "renamedFrom";
    public const string ConcurrencyToken = "concurrencyToken";
    public const string Checks = "checks";
    public const string NullsDistinct = "nulls_distinct";
    public const string OperatorClass = "operatorClass";
    public const string DistanceFunction = "distanceFunction";
    public const string Parameters = "parameters";
    public const string Where = "where";
    public const string Language = "language";
    public const string Weights = "weights";

    public static readonly string[] DocumentKinds = [Class, Exception, Enum];
    public static readonly string[] ClassKeys =
        [Class, Table, Fields, Indexes, Checks, ServerOnly, Sealed, Extends, Immutable, SerializationDataType, ManagedMigration, Database, RenamedFrom];
    public static readonly string[] ExceptionKeys = [Exception, Fields, ServerOnly, Sealed, Extends];
    public static readonly string[] EnumKeys = [Enum, Values, Serialized, Default, ServerOnly, Properties];
    public static readonly string[] ClassFieldOptions =
    [
        Relation, Scope, Persist, Required, Default, DefaultModel, DefaultPersist, Column, JsonKey, Unique, Indexed, SerializationDataType, Tail,
        RenamedFrom, ConcurrencyToken,
    ];
    public static readonly string[] ExceptionFieldOptions = [Required, Default, DefaultModel, Tail];
    public static readonly string[] RelationOptions = [Name, Field, Parent, Optional, OnDelete, OnUpdate, Deferrable, Deferred];
    public static readonly string[] IndexKeys =
        [Fields, Type, Unique, NullsDistinct, Where, OperatorClass, DistanceFunction, Parameters, Language, Weights];
    public static readonly string[] IndexTypes = ["btree", "hash", "gin", "gist", "spgist", "brin", "hnsw", "ivfflat", "fulltext"];
    public static readonly string[] Databases = ["server"];
    public static readonly string[] JsonDataTypes = [PlainJson, "jsonb"];
    public static readonly string[] OperatorClasses = ["jsonbOps", "jsonbPathOps", "arrayOps", "tsvectorOps"];
    public static readonly string[] TextWeights = ["A", "B", "C", "D"];
    public static readonly string[] ReferentialActions = ["setNull", "setDefault", "restrict", "noAction", "cascade"];
}
