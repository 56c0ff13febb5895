namespace Pod.Testing;

/// <summary>How arguments and results get from a test to a method and back.</summary>
public enum Codec
{
    /// <summary>As JSON, so that a value which could not travel fails the test.</summary>
    Apply,

    /// <summary>As they are, for measurements of the method alone.</summary>
    Skip,
}
