namespace Pod.Database;

/// <summary>How much a difference between the expected and the live schema matters.</summary>
public enum DifferenceWeight
{
    /// <summary>The code works all the same: something that it does not know of and that asks for nothing.</summary>
    Ignored,

    /// <summary>The code works, but slower or with weaker guarantees than it was written for.</summary>
    Notable,

    /// <summary>Statements of the code will fail.</summary>
    Fatal,
}
