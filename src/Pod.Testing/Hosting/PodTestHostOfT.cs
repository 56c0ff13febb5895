using Pod.Runtime;

namespace Pod.Testing;

/// <summary>The server of an application, run by the application's own <c>Program</c> in the process of its tests, with a database of its own.</summary>
/// <remarks>Several hosts may run at once; each has its own services, database and clock. Safe on any thread.</remarks>
/// <typeparam name="TProtocol">The generated class <c>Protocol</c> of the server's project.</typeparam>
/// <param name="configure">Changes the options.</param>
/// <example><code>
/// await using var pod = new PodTestHost&lt;Protocol>();
/// await using var test = await pod.BeginAsync();
/// var ticket = await Ticket.Db.InsertRowAsync(test.Session, new Ticket { Title = "Leak" });
/// </code></example>
public class PodTestHost<TProtocol>(Action<PodTestHostOptions>? configure = null) : PodTestHost(new TProtocol(), typeof(TProtocol).Assembly, configure)
    where TProtocol : PodServerProtocol, new();
