namespace Pod.Cli;

/// <summary>The exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Failed: usage, errors in sources, a check found differences.</summary>
    public const int Failure = 1;

    /// <summary>Refused: it would work, but needs consent; nothing was changed.</summary>
    public const int Refused = 2;

    /// <summary>The configuration or a secret is invalid.</summary>
    public const int ConfigurationInvalid = 3;

    /// <summary>A bug in Pod.</summary>
    public const int InternalError = 70;

    /// <summary>Interrupted by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
