namespace Pod.Cli.Doctor;

/// <summary>How a thing is that a check looked at.</summary>
internal enum DoctorOutcome
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>It works, but not as well as it could.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failure,
}
