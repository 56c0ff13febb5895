using System.Runtime.CompilerServices;
using Pod.Cli.Doctor.Checks;
using Pod.Cli.Doctor.Production;
using Pod.Cli.Output;

namespace Pod.Cli.Doctor;

/// <summary>All checks, one after the other.</summary>
/// <param name="patient">What is examined.</param>
/// <param name="isMending">Whether what can be mended without risk is mended.</param>
internal sealed class DoctorRun(DoctorPatient patient, bool isMending)
{
    /// <summary>The checks of a machine that develops, or those of a configuration for production.</summary>
    public static IReadOnlyList<IDoctorCheck> Checks(bool isProduction, TimeProvider time) => isProduction
        ? [new PackageVersionsCheck(), new ProductionDatabaseCheck(), new AccessCheck(), new TransportCheck(), new LoggingCheck(), new PasswordsFileCheck()]
        :
        [
            new SdkCheck(), new PackageVersionsCheck(), new GenerationCheck(), new MigrationFilesCheck(), new LiveDatabaseCheck(time), new RedisCheck(time), new PortsCheck(),
            new StartLockCheck(), new ContainerEngineCheck(), new UserSecretsCheck(), new PasswordsFileCheck(), new CertificateCheck(),
        ];

    /// <summary>Gives what each check found, as soon as it has.</summary>
    public async IAsyncEnumerable<(string Subject, DoctorFinding Finding, bool IsMended)> RunAsync(
        IEnumerable<IDoctorCheck> checks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            foreach (var finding in await ExamineAsync(check, cancellationToken))
            {
                if (isMending && finding.Fix is { } fix)
                {
                    await fix(cancellationToken);
                    yield return (check.Subject, DoctorFinding.Fine(finding.Text), IsMended: true);
                }
                else
                {
                    yield return (check.Subject, finding, IsMended: false);
                }
            }
        }
    }

    // A check that cannot be carried out is a finding, and the others go on.
    private async Task<IReadOnlyList<DoctorFinding>> ExamineAsync(IDoctorCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.ExamineAsync(patient, cancellationToken);
        }
        catch (Exception exception) when (ExpectedFailure.Of(exception) is { } failure)
        {
            return [new DoctorFinding(DoctorOutcome.Failure, failure.Finding.Message)];
        }
    }
}
