using Microsoft.Extensions.Configuration;
using Pod.Cli.Database;
using Pod.Cli.Development.Instance;
using Pod.Cli.Projects;

namespace Pod.Cli.Doctor;

/// <summary>What is examined.</summary>
/// <param name="Project">The server.</param>
/// <param name="Mode">Whose configuration is read.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="OpenDatabase">Opens the project's database, a private PostgreSQL for as long as it is looked at.</param>
internal sealed record DoctorPatient(ServerProject Project, string Mode, IConfiguration Configuration, Func<CancellationToken, Task<ProjectDatabase>> OpenDatabase)
{
    /// <summary>Gets where <c>dotnet pod start</c> keeps what it knows.</summary>
    public InstanceFolder Instance => new(Project, Name: null);
}
