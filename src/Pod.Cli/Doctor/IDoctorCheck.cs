namespace Pod.Cli.Doctor;

/// <summary>Looks at one thing and changes nothing.</summary>
internal interface IDoctorCheck
{
    /// <summary>Gets what it looks at, in a word.</summary>
    string Subject { get; }

    /// <returns>Nothing when the project has no such thing.</returns>
    Task<IReadOnlyList<DoctorFinding>> ExamineAsync(DoctorPatient patient, CancellationToken cancellationToken);
}
