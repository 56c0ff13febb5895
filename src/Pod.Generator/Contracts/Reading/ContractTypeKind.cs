namespace Pod.Generator.Contracts.Reading;

/// <summary>What a type of a contract is.</summary>
public enum ContractTypeKind
{
    /// <summary>Plain data.</summary>
    Class,

    /// <summary>What calls and streams may throw.</summary>
    Exception,

    /// <summary>One of several values.</summary>
    Enum,

    /// <summary>A type of the application's own, whose JSON only it knows.</summary>
    Custom,
}
