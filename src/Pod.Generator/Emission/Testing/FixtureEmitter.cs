namespace Pod.Generator.Emission.Testing;

/// <summary>Writes what binds the test kit to xunit.</summary>
internal static class FixtureEmitter
{
    public static void EmitFixture(CSharpWriter writer, string serverNamespace)
        => writer.Lines(XmlDocumentation.Summary(null, "The server under test as a fixture of a class or a collection. Derive from it to change its options."))
            .Line(GeneratedCode.Attribute)
            .Block($"public class PodFixture : PodTestHost<{serverNamespace}.Protocol>, IAsyncLifetime", () => writer
                .Lines(XmlDocumentation.Summary(null, "Makes a server with the default options."))
                .Line("public PodFixture()")
                .Braces(static () => { })
                .Separate()
                .Lines(XmlDocumentation.Summary(null, "Makes a server with other options."))
                .Line("protected PodFixture(Action<PodTestHostOptions> configure)")
                .Indented(() => writer.Line(": base(configure)"))
                .Braces(static () => { })
                .Separate()
                .Line("Task IAsyncLifetime.InitializeAsync() => StartAsync();")
                .Separate()
                .Line("async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync().ConfigureAwait(false);"))
            .Separate();

    public static void EmitTest(CSharpWriter writer)
        => writer.Lines(XmlDocumentation.Summary(null, "Base of test classes: what a test may use. Everything that it does is undone at its end."))
            .Line(GeneratedCode.Attribute)
            .Block("public abstract class PodTest : IAsyncLifetime", () =>
            {
                writer.Lines(XmlDocumentation.Summary(null, "Begins a test."))
                    .Line(XmlDocumentation.Parameter("pod", "The server."))
                    .Line(XmlDocumentation.Parameter("output", "Where its log lines go; nowhere if null."))
                    .Line("protected PodTest(PodFixture pod, ITestOutputHelper? output = null)")
                    .Braces(() => writer
                        .Line("ArgumentNullException.ThrowIfNull(pod);")
                        .Line("Host = pod;")
                        .Line("Test = pod.Begin(name: GetType().Name, writeLine: output is null ? null : output.WriteLine);"))
                    .Separate();
                EmitMember(writer, "The server.", "PodFixture Host { get; }");
                EmitMember(writer, "The running test.", "PodTestScope Test { get; }");
                EmitMember(writer, "A session for the test's own queries and messages.", "InternalSession Session => Test.Session;");
                EmitMember(writer, "Makes the sessions of calls; nobody is signed in.", "TestSessionBuilder Sessions => Test.Sessions;");
                EmitMember(writer, "The endpoints of the server.", "TestEndpoints Endpoints { get; } = new();");
                EmitMember(writer, "The services of the test's own session.", "IServiceProvider Services => Test.Services;");
                EmitMember(writer, "The clock.", "TestTime Time => Test.Time;");
                EmitMember(writer, "What the test caused: log entries and statements.", "TestLog Log => Test.Log;");
                writer.Lines(XmlDocumentation.Summary(null, "Opens the database of the test; xunit calls this."))
                    .Line("public virtual Task InitializeAsync() => Test.StartAsync();")
                    .Separate()
                    .Lines(XmlDocumentation.Summary(null, "Undoes what the test did; xunit calls this."))
                    .Line("public virtual async Task DisposeAsync() => await Test.DisposeAsync().ConfigureAwait(false);");
            })
            .Separate();

    public static void EmitIsolation(CSharpWriter writer)
        => writer.Lines(XmlDocumentation.Summary(null, "Says how a test, or each test of a class, is undone, where that is not as the server's options say."))
            .Line(GeneratedCode.Attribute)
            .Line("[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]")
            .Block("public sealed class PodIsolationAttribute(Isolation isolation) : BeforeAfterTestAttribute", () => writer
                .Lines(XmlDocumentation.Summary(null, "How it is undone."))
                .Line("public Isolation Isolation { get; } = isolation;")
                .Separate()
                .Line("/// <inheritdoc/>")
                .Line("public override void Before(MethodInfo methodUnderTest) => PodTestScope.UseIsolation(Isolation);"))
            .Separate();

    private static void EmitMember(CSharpWriter writer, string summary, string member)
        => writer.Lines(XmlDocumentation.Summary(null, summary)).Line($"protected {member}").Separate();
}
