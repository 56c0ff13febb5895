namespace Pod.Generator.Model;

/// <summary>What a type of the model language is.</summary>
public enum TypeKind
{
#pragma warning disable CS1591 // the names are the types' own
    Boolean,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    String,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    Bytes,
    Uri,
    BigInteger,
    Vector,
    HalfVector,
    SparseVector,
    Bit,
    List,
    Set,
    Map,
    Record,
    Dynamic,
    Enum,
    Class,
    Exception,
    Custom,
#pragma warning restore CS1591
}
