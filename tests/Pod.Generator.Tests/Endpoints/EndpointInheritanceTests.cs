using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Endpoints;

public sealed class EndpointInheritanceTests
{
    private const string Crud = """
        === a.cs
        namespace Sample.Server;
        public abstract class CrudEndpoint : Endpoint
        {
            /// <summary>Counts.</summary>
            public abstract Task<int> Count(Session session);
            public virtual Task Clear(Session session, int limit = 3) => Task.CompletedTask;
        }

        """;

    [Theory]
    [InlineData("public class NoteEndpoint : CrudEndpoint { public override Task<int> Count(Session session) => null!; }", "crud", "")]
    [InlineData("public class NoteEndpoint : CrudEndpoint { public override Task<int> Count(Session session) => null!; public Task Add(Session session) => null!; }", "crud", "add")]
    [InlineData("public class ⟦POD2016⟧NoteEndpoint : CrudEndpoint { [PodIgnore] public override Task<int> Count(Session session) => null!; }", null, "clear")]
    [InlineData("public class ⟦POD2016⟧NoteEndpoint : CrudEndpoint { public override Task<int> Count(Session session) => null!; public new Task<string> Clear(Session session, int limit = 3) => null!; }", null, "count clear")]
    [InlineData("public class ⟦POD2016⟧NoteEndpoint : CrudEndpoint { public override Task<int> Count(Session session) => null!; public override Task Clear(Session session, int most = 3) => null!; }", null, "count clear")]
    [InlineData("[PodIgnore] public abstract class HiddenEndpoint : CrudEndpoint { public Task More(Session session) => null!; }\npublic class NoteEndpoint : HiddenEndpoint { public override Task<int> Count(Session session) => null!; }", "crud", "more")]
    public void Client_classes_derive_from_the_nearest_base_that_offers_nothing_else(string child, string? parent, string own)
    {
        var note = GeneratorRun.ExpectMarked(Crud + child).Project.Endpoints.Single(static endpoint => endpoint.WireName == "note");

        Assert.Equal((parent, own), (note.Base?.WireName, string.Join(' ', note.OwnMethods.Select(static method => method.WireName))));
    }

    [Fact]
    public void Abstract_endpoints_are_bases_in_the_client_and_nothing_on_the_server()
    {
        var files = GeneratorRun.ExpectMarked(Crud + "public class NoteEndpoint : CrudEndpoint { public override Task<int> Count(Session session) => null!; }").Files;
        string Text(GenerationTarget target, string name) => files.Single(file => file.Target == target && file.Path.EndsWith("/" + name, StringComparison.Ordinal)).Text;

        Assert.Contains("public abstract class CrudEndpointClient : EndpointClient", Text(GenerationTarget.Client, "CrudEndpointClient.cs"), StringComparison.Ordinal);
        Assert.Contains("public class NoteEndpointClient : CrudEndpointClient", Text(GenerationTarget.Client, "NoteEndpointClient.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("CountAsync", Text(GenerationTarget.Client, "NoteEndpointClient.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Crud", Text(GenerationTarget.Client, "SampleClient.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Crud", Text(GenerationTarget.Server, "Protocol.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(files, static file => file.Path.EndsWith("CrudEndpointDispatch.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_concrete_base_is_an_endpoint_and_a_base()
    {
        var endpoints = GeneratorRun.ExpectMarked("""
            === a.cs
            namespace Sample.Server;
            public class PlainEndpoint : Endpoint { public virtual Task<int> Count(Session session) => null!; }
            public class RichEndpoint : PlainEndpoint { public override Task<int> Count(Session session) => null!; public Task Add(Session session) => null!; }
            """).Project.CallableEndpoints;

        Assert.Equal(
            ["plain True: count", "rich False: count add"],
            endpoints.Select(static endpoint => $"{endpoint.WireName} {endpoint.IsBase}: {string.Join(' ', endpoint.Methods.Select(static method => method.WireName))}"));
    }

    [Fact]
    public void An_ignored_base_leaves_no_trace_but_its_methods()
    {
        var endpoint = GeneratorRun.ExpectMarked("""
            === a.cs
            namespace Sample.Server;
            [PodIgnore] public class AuditBase : Endpoint
            {
                public virtual Task<string> Trail(Session session) => null!;
                public Task Shown(Session session) => null!;
                [PodIgnore] public virtual Task Wipe(Session session) => null!;
                [PodIgnore] public virtual Task Never(Session session) => null!;
            }
            public class AuditEndpoint : AuditBase
            {
                [PodIgnore] public override Task<string> Trail(Session session) => null!;
                public override Task Wipe(Session session) => null!;
            }
            """).Project.Endpoints.Single();

        Assert.Equal(("audit", null), (endpoint.WireName, endpoint.Base));
        Assert.Equal(["shown", "wipe"], endpoint.Methods.Select(static method => method.WireName).Order());
    }

    [Fact]
    public void Documentation_is_inherited()
    {
        var note = GeneratorRun.ExpectMarked(Crud + """
            public interface IClears
            {
                /// <summary>Clears it all.</summary>
                Task Clear(Session session, int limit = 3);
            }
            /// <summary>Notes.</summary>
            public class NoteEndpoint : CrudEndpoint, IClears
            {
                /// <inheritdoc/>
                public override Task<int> Count(Session session) => null!;
            }
            /// <inheritdoc/>
            public class LongNoteEndpoint : NoteEndpoint;
            public class OtherEndpoint : Endpoint, IClears { /// <inheritdoc/>
                public Task Clear(Session session, int limit = 3) => null!; }
            """).Project.Endpoints;

        Assert.Equal(("Notes.", "Counts."), (note.Single(static e => e.WireName == "longNote").Documentation, note.Single(static e => e.WireName == "longNote").Methods[0].Documentation));
        Assert.Equal("Clears it all.", note.Single(static e => e.WireName == "other").Methods[0].Documentation);
    }
}
