using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Endpoints;

public sealed class LongLivedStateTests
{
    [Theory]
    [InlineData("AddSingleton<Clock>()")]
    [InlineData("AddSingleton<IClock, Clock>()")]
    [InlineData("AddKeyedSingleton<Clock>(\"wall\")")]
    [InlineData("TryAddSingleton<Sample.Server.Clock>()")]
    [InlineData("AddHostedService<Clock>()")]
    public void A_singleton_must_not_take_a_session(string registration) => GeneratorRun.ExpectMarked($$"""
        === Program.cs
        using Sample.Server;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.{{registration}};
        === Clock.cs
        namespace Sample.Server;
        public interface IClock;
        public class Clock(Session ⟦POD2015⟧session) : IClock
        {
            private readonly Session _session = session;
        }
        """);

    [Theory]
    [InlineData("private Session? ⟦POD2015⟧_last;")]
    [InlineData("public MethodCallSession? ⟦POD2015⟧Last { get; set; }")]
    [InlineData("public Clock(TimeProvider time) { }\n    public Clock(InternalSession ⟦POD2015⟧session) { }")]
    [InlineData("public void Tick(Session session) { }\n    public Session? Current => null;")]
    public void A_singleton_must_not_keep_a_session(string member) => GeneratorRun.ExpectMarked($$"""
        === Services.cs
        namespace Sample.Server;
        public static class Services
        {
            public static void Add(IServiceCollection services) => services.AddSingleton<Clock>().AddLogging();
        }
        === Clock.cs
        namespace Sample.Server;
        public class Clock
        {
            {{member}}
        }
        """);

    [Theory]
    [InlineData("AddScoped<Clock>()")]
    [InlineData("AddTransient<Clock>()")]
    [InlineData("AddSingleton<List<Clock>>()")]
    [InlineData("AddSingleton<Nonsense>()")]
    [InlineData("AddSingleton<>()")]
    public void Others_may_take_a_session(string registration) => GeneratorRun.ExpectMarked($$"""
        === Program.cs
        using Sample.Server;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.{{registration}};
        === Clock.cs
        namespace Sample.Server;
        public class Clock(Session session)
        {
            private readonly Session _session = session;
        }
        """);

    [Fact]
    public void Nothing_static_keeps_a_session() => GeneratorRun.ExpectMarked("""
        === Cache.cs
        namespace Sample.Server;
        public static class Cache
        {
            public static int Count;
            public static Session? ⟦POD2015⟧Last { get; set; }
            private static readonly StreamSession? ⟦POD2015⟧_first = null;
            public static Session? Computed => null;

            private class Inner
            {
                private static Session? ⟦POD2015⟧_kept;
            }
        }
        """);
}
