using Pod.Generator.Model.Endpoints;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Endpoints;

public sealed class EndpointRuleTests
{
    private const string Models = """
        === todo.pod.yaml
        class: Todo
        === secret.pod.yaml
        class: Secret
        serverOnly: true
        === mood.pod.yaml
        enum: Mood
        values: [happy, sad]

        """;

    [Theory]
    [InlineData("public string ⟦POD2003⟧Get(Session session) => \"\";")]
    [InlineData("public async void ⟦POD2003⟧Get(Session session) => await Task.Yield();")]
    [InlineData("public Task<System.IO.Stream> ⟦POD2004⟧Get(Session session) => null!;")]
    [InlineData("public override bool SendAsRaw => true;\n    public Task<ReadOnlyMemory<int>> ⟦POD2004⟧Get(Session session) => null!;")]
    [InlineData("public override bool SendAsRaw => true;\n    public Task<System.IO.Stream> ⟦POD2003⟧Get(Session session, IAsyncEnumerable<int> numbers) => null!;")]
    [InlineData("public override bool SendAsRaw => true;\n    public IAsyncEnumerable<System.IO.Stream> ⟦POD2004⟧Get(Session session) => null!;")]
    [InlineData("public Task Get(Session session, object ⟦POD2004⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, List<System.Text.StringBuilder> ⟦POD2004⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, Dictionary<int> ⟦POD2004⟧value) => Task.CompletedTask;")]
    [InlineData("public Task<List> ⟦POD2004⟧Get(Session session) => null!;")]
    [InlineData("public Task Get(Session session, ref int ⟦POD2005⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, in int ⟦POD2005⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, out int ⟦POD2005⟧value) => throw null!;")]
    [InlineData("public Task Get(Session session, Span<int> ⟦POD2005⟧values) => Task.CompletedTask;")]
    [InlineData("public unsafe Task Get(Session session, int* ⟦POD2005⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, params int[] ⟦POD2005⟧values) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, Action ⟦POD2005⟧callback) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, Task<int> ⟦POD2005⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, IAsyncEnumerable<int>? ⟦POD2006⟧values) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, List<IAsyncEnumerable<int>> ⟦POD2006⟧values) => Task.CompletedTask;")]
    [InlineData("public IAsyncEnumerable<int>? ⟦POD2006⟧Get(Session session) => null;")]
    [InlineData("public Task Get(Session session, IAsyncEnumerable ⟦POD2006⟧values) => Task.CompletedTask;")]
    [InlineData("public Task<Secret> ⟦POD2007⟧Get(Session session) => null!;")]
    [InlineData("public Task<T> ⟦POD2008⟧Get<T>(Session session) => null!;")]
    [InlineData("public Task Get(Session session, CancellationToken ⟦POD2009⟧first, int value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session) => Task.CompletedTask;\n    public Task ⟦POD2002⟧Get(Session session, int value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session) => Task.CompletedTask;\n    public Task ⟦POD2002⟧GetAsync(Session session) => Task.CompletedTask;")]
    [InlineData("public Task Get(StreamSession ⟦POD2005⟧session) => Task.CompletedTask;")]
    [InlineData("public Task Get(InternalSession ⟦POD2005⟧session) => Task.CompletedTask;")]
    [InlineData("public IAsyncEnumerable<int> Get(MethodCallSession ⟦POD2005⟧session) => null!;")]
    [InlineData("public Task Get(Session? ⟦POD2011⟧session) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, DateTime ⟦POD2013⟧when = default) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, Mood ⟦POD2013⟧mood = (Mood)7) => Task.CompletedTask;")]
    [InlineData("public Task<dynamic> ⟦POD2014⟧Get(Session session) => null!;")]
    [InlineData("public IAsyncEnumerable<List<dynamic?>> ⟦POD2014⟧Get(Session session) => null!;")]
    [InlineData("public Task Get(Session session, (int, Dictionary<string, dynamic>) ⟦POD2014⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, Dictionary<string?, int> ⟦POD2014⟧value) => Task.CompletedTask;")]
    [InlineData("public Task Get(Session session, IAsyncEnumerable<Dictionary<int?, int>> ⟦POD2014⟧value) => Task.CompletedTask;")]
    [InlineData("public Task<Dictionary<(int, string)?, int>> ⟦POD2014⟧Get(Session session) => null!;")]
    [InlineData("public Task<(int, Dictionary<object, int>)> ⟦POD2014⟧Get(Session session) => null!;")]
    [InlineData("public Task<Dictionary<object?, int>> ⟦POD2014⟧Get(Session session) => null!;")]
    [InlineData("public Task<List<ValueTuple>> ⟦POD2014⟧Get(Session session) => null!;")]
    [InlineData("public Task<List<(int, Tuple<int>)>> ⟦POD2004⟧Get(Session session) => null!;")]
    [InlineData("public Task<(int, IAsyncEnumerable<int>)> ⟦POD2006⟧Get(Session session) => null!;")]
    [InlineData("public IAsyncEnumerable<IAsyncEnumerable<int>> ⟦POD2006⟧Get(Session session) => null!;")]
    [InlineData("public static int ⟦POD2015⟧Count;")]
    [InlineData("private static int ⟦POD2015⟧Count { get; set; }")]
    [InlineData("public Task Get(Session session, int a, [WireName(\"a\")] int ⟦POD2017⟧b) => Task.CompletedTask;")]
    [InlineData("[WireName(\"1st\")] public Task ⟦POD2017⟧Get(Session session) => Task.CompletedTask;")]
    [InlineData("public class ⟦POD2010⟧InnerEndpoint : Endpoint;")]
    [InlineData("public Task<Nonsense> ⟦POD2004⟧Get(Session session) => null!;")]
    public void Methods_that_cannot_be_called(string method) => GeneratorRun.ExpectMarked(Models + Endpoint(method));

    [Theory]
    [InlineData("public int Helper() => 3;")]
    [InlineData("internal Task Hidden(Session session) => Task.CompletedTask;")]
    [InlineData("public static Task Shared(Session session) => Task.CompletedTask;")]
    [InlineData("[PodIgnore] public string Ignored(Session session) => \"\";")]
    public void Everything_else_is_ordinary_csharp(string method) =>
        Assert.Empty(GeneratorRun.ExpectMarked(Models + Endpoint(method)).Project.Endpoints.Single().Methods);

    [Theory]
    [InlineData("Task<Todo> Get(Session session, int id)", EndpointMethodKind.Call, "Todo")]
    [InlineData("Task<Todo?> Get(Session session)", EndpointMethodKind.Call, "Todo?")]
    [InlineData("ValueTask<int?> Get(Session session)", EndpointMethodKind.Call, "int?")]
    [InlineData("Task<Dictionary<Guid, List<Todo?>>> Get(Session session)", EndpointMethodKind.Call, "Map<Guid, List<Todo?>>")]
    [InlineData("Task<HashSet<Mood>> Get(Session session)", EndpointMethodKind.Call, "Set<Mood>")]
    [InlineData("Task<byte[]?> Get(Session session)", EndpointMethodKind.Call, "byte[]?")]
    [InlineData("Task<object?> Get(Session session)", EndpointMethodKind.Call, "dynamic")]
    [InlineData("Task<List<object?>?> Get(Session session)", EndpointMethodKind.Call, "List<dynamic>?")]
    [InlineData("IAsyncEnumerable<Dictionary<(int, string?), ValueTuple<object?>>> Get(Session session)", EndpointMethodKind.Stream, "Map<(int, string?), (dynamic)>")]
    [InlineData("Task<(int a, string, (int, int, int, int, int, int, int, bool) c)> Get(Session session)", EndpointMethodKind.Call, "(string, {int a, (int, int, int, int, int, int, int, bool) c})")]
    [InlineData("IAsyncEnumerable<string> Get(Session session)", EndpointMethodKind.Stream, "string")]
    [InlineData("Task<decimal> Get(Session session, IAsyncEnumerable<int> numbers)", EndpointMethodKind.StreamingCall, "decimal")]
    public void Signatures_become_types_of_the_model_language(string signature, EndpointMethodKind kind, string result)
    {
        var method = Single($"public {signature} => null!;");

        Assert.Equal((kind, result), (method.Kind, method.Result!.ToString()));
    }

    [Theory]
    [InlineData("Task<System.IO.Stream>", "System.IO.Stream")]
    [InlineData("ValueTask<ReadOnlyMemory<byte>>", "System.ReadOnlyMemory<byte>")]
    [InlineData("Task<Microsoft.AspNetCore.Http.IResult>", "Microsoft.AspNetCore.Http.IResult")]
    public void Where_results_are_sent_as_raw_they_need_no_codec(string returns, string raw)
    {
        var result = GeneratorRun.ExpectMarked(Endpoint($"public override bool SendAsRaw => true;\n    public {returns} Get(Session session) => default!;"));

        Assert.Equal(raw, result.Project.Endpoints.Single().Methods.Single().RawResult);
        Assert.DoesNotContain("GetAsync", result.Files.Single(static file => file.Path.EndsWith("TodoEndpointClient.cs", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int value = 50", "50", "50")]
    [InlineData("string value = \"a\\\"b\"", "\"a\\\"b\"", "\"a\\\"b\"")]
    [InlineData("string? value = null", "null", "null")]
    [InlineData("Mood value = Mood.Sad", "Mood.Sad", "\"sad\"")]
    [InlineData("decimal value = 1.5m", "1.5m", "\"1.5\"")]
    [InlineData("bool value = true", "true", "true")]
    [InlineData("int value = Limit", "7", "7")]
    public void Defaults_are_carried_over(string parameter, string literal, string json) =>
        Assert.Equal(new ParameterDefault(literal, json), Single($"private const int Limit = 7; public Task Get(Session session, {parameter}) => Task.CompletedTask;").Parameters[0].Default);

    [Fact]
    public void A_generic_endpoint_is_not_callable() => Assert.Empty(GeneratorRun.ExpectMarked("""
        === a.cs
        namespace Sample.Server;
        public class ⟦POD2010⟧TodoEndpoint<T> : Endpoint { public Task Get(Session session) => Task.CompletedTask; }
        """).Project.CallableEndpoints);

    [Fact]
    public void Two_endpoints_cannot_share_a_name() => GeneratorRun.ExpectMarked("""
        === a.cs
        namespace Sample.Server.First { public class TodoEndpoint : Endpoint; }
        namespace Sample.Server.Second { public class ⟦POD2001⟧TodoEndpoint : Endpoint; }
        """);

    [Fact]
    public void Children_have_inherited_methods_under_their_own_name()
    {
        var result = GeneratorRun.ExpectMarked("""
            === a.cs
            namespace Sample.Server;
            public abstract class CrudEndpoint : Endpoint
            {
                public abstract Task<int> Count(Session session);
                public virtual Task Clear(Session session) => Task.CompletedTask;
                [PodIgnore] public virtual Task Wipe(Session session) => Task.CompletedTask;
            }
            public class NoteEndpoint : CrudEndpoint
            {
                public override Task<int> Count(Session session) => Task.FromResult(3);
                public Task Add(Session session, string text) => Task.CompletedTask;
            }
            public class ⟦POD2016⟧AuditEndpoint : CrudEndpoint
            {
                public override Task<int> Count(Session session) => Task.FromResult(3);
                [PodIgnore] public override Task Clear(Session session) => Task.CompletedTask;
                public override Task Wipe(Session session) => Task.CompletedTask;
            }
            """);

        Assert.Equal(
            ["audit: count wipe", "crud: count clear", "note: count clear add"],
            result.Project.Endpoints.Select(static endpoint => $"{endpoint.WireName}: {string.Join(' ', endpoint.Methods.Select(static method => method.WireName))}"));
    }

    [Fact]
    public void Documentation_and_obsolete_text_travel()
    {
        var method = Single("""
            /// <summary>Gives a <see cref="Todo"/>.</summary>
                /// <param name="id">Which one.</param>
                [Obsolete("Use Find.")] public Task<Todo> Get(Session session, int id) => null!;
            """);

        Assert.Equal(("Gives a Todo.", "Which one.", "Use Find."), (method.Documentation, method.Parameters[0].Documentation, method.Obsolete));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void Published_names_stay_after_a_rename(string visibility)
    {
        var endpoint = GeneratorRun.ExpectMarked($$"""
            === a.cs
            namespace Sample.Server;
            [WireName("ticket"), UnauthenticatedClientCall] {{visibility}} class TaskEndpoint : Endpoint
            {
                [WireName("close")] public Task Finish(Session session, [WireName("id")] long number) => Task.CompletedTask;
            }
            """).Project.Endpoints.Single();

        var method = endpoint.Methods.Single();
        Assert.Equal(("ticket", "close", "id", true), (endpoint.WireName, method.WireName, method.Parameters.Single().WireName, method.IsUnauthenticated));
    }

    [Fact]
    public void Csharp_errors_elsewhere_do_not_matter() =>
        Assert.Equal("get", Single("public Task Get(Session session) => Task.CompletedTask;\n    private int Broken() { return nonsense").WireName);

    [Fact]
    public void A_project_without_the_runtime_is_told_so()
    {
        var input = GeneratorRun.Input(MarkedSources.Parse(Endpoint("")).Files) with { References = [] };

        Assert.Equal("POD4001", Assert.Single(ProjectGenerator.Generate(input).Diagnostics).Id);
    }

    private static EndpointMethodDefinition Single(string method) =>
        GeneratorRun.ExpectMarked(Models + Endpoint(method)).Project.Endpoints.Single().Methods.Single();

    private static string Endpoint(string members) => $"=== TodoEndpoint.cs\nnamespace Sample.Server;\npublic class TodoEndpoint : Endpoint\n{{\n    {members}\n}}\n";
}
