namespace Pod.Generator;

/// <summary>What a difference between two contracts does to clients that were made from the older one.</summary>
public enum ContractImpact
{
    /// <summary>Nothing.</summary>
    Safe,

    /// <summary>Some calls may fail, depending on values.</summary>
    Risky,

    /// <summary>Calls fail.</summary>
    Breaking,
}
