namespace Pod.Generator.Diagnostics;

/// <summary>How bad a finding is. Only errors stop generation.</summary>
public enum DiagnosticSeverity
{
    /// <summary>A suggestion.</summary>
    Hint,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>Cannot be generated.</summary>
    Error,
}
