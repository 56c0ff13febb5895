using Pod.Generator.Model.Endpoints;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Endpoints;

public sealed class EndpointAccessTests
{
    private const string Scopes = """
        === Scopes.cs
        namespace Sample.Server;
        public static class AppScopes
        {
            public const string WriterName = "writer";
            public static readonly Scope Editor = new("editor");
            public static readonly Scope Writer = new Scope(WriterName);
            public static Scope Changing = new("changing");
            public static readonly Scope Hen = Egg;
            public static readonly Scope Egg = Hen;
            public static readonly Scope Alias = Editor;
        }

        """;

    [Theory]
    [InlineData("", false, "")]
    [InlineData("public override bool RequireLogin => true;", true, "")]
    [InlineData("public override bool RequireLogin { get; } = !false;", true, "")]
    [InlineData("public override bool RequireLogin { get { return true; } }", true, "")]
    [InlineData("public override ScopeSet RequiredScopes => [Scope.Admin];", false, "serverpod.admin")]
    [InlineData("public override ScopeSet RequiredScopes => [AppScopes.Writer, new(\"third\"), AppScopes.Editor, Scope.None];", false, "editor third writer")]
    [InlineData("public override ScopeSet RequiredScopes { get; } = ScopeSet.Empty;", false, "")]
    [InlineData("public override bool ⟦POD2018⟧RequireLogin => DateTime.UtcNow.Year > 2000;", null, "")]
    [InlineData("public override ScopeSet ⟦POD2018⟧RequiredScopes => [AppScopes.Changing];", false, null)]
    [InlineData("public override ScopeSet ⟦POD2018⟧RequiredScopes => [AppScopes.Hen];", false, null)]
    [InlineData("public override ScopeSet RequiredScopes => [AppScopes.Alias];", false, "editor")]
    [InlineData("public override ScopeSet ⟦POD2018⟧RequiredScopes => [nonsense, .. more];", false, null)]
    [InlineData("public override ScopeSet ⟦POD2018⟧RequiredScopes => Compute(); private static ScopeSet Compute() => [];", false, null)]
    public void Demands_of_the_class_are_read(string members, bool? requiresLogin, string? scopes)
    {
        var access = Endpoint(members).Access;

        Assert.Equal((requiresLogin, scopes), (access.RequiresLogin, access.Scopes is { } found ? string.Join(' ', found) : null));
    }

    [Fact]
    public void Methods_add_to_their_class()
    {
        var endpoint = Endpoint("""
            public override bool RequireLogin => false;
                [RequireLogin] public Task A(Session session) => Task.CompletedTask;
                [RequireScopes("x", AppScopes.WriterName)] public Task B(Session session) => Task.CompletedTask;
                [Microsoft.AspNetCore.Authorization.AllowAnonymous] public Task C(Session session) => Task.CompletedTask;
            """);

        Assert.Equal(
            ["True  False", "False x writer False", "False  True"],
            endpoint.Methods.Select(static method => $"{method.Access.RequiresLogin} {string.Join(' ', method.Access.Scopes!)} {method.Access.AllowsAnonymous}"));
    }

    [Theory]
    [InlineData("public Task ⟦POD2019⟧Get(Session session) => Task.CompletedTask;\n    [RequireLogin] public Task Put(Session session) => Task.CompletedTask;")]
    [InlineData("public Task ⟦POD2019⟧Get(Session session) => Task.CompletedTask;\n    [RequireScopes(\"a\")] public Task Put(Session session) => Task.CompletedTask;")]
    [InlineData("public Task ⟦POD2019⟧Get(Session session) => Task.CompletedTask;\n    [Microsoft.AspNetCore.Authorization.AllowAnonymous] public Task Put(Session session) => Task.CompletedTask;")]
    public void Methods_about_which_nothing_is_said_are_hinted_at(string members) => Endpoint(members);

    [Theory]
    [InlineData("public override bool RequireLogin => true;\n    [UnauthenticatedClientCall] public Task ⟦POD2012⟧Get(Session session) => Task.CompletedTask;")]
    [InlineData("[UnauthenticatedClientCall, RequireScopes(\"a\")] public Task ⟦POD2012⟧Get(Session session) => Task.CompletedTask;")]
    public void A_login_without_credentials_cannot_succeed(string members) => Endpoint(members);

    [Fact]
    public void Demands_are_inherited_and_attributes_come_from_the_most_derived_declaration()
    {
        var endpoints = GeneratorRun.ExpectMarked("""
            === a.cs
            namespace Sample.Server;
            [UnauthenticatedClientCall, MaxRequestSize(7)]
            public abstract class BaseEndpoint : Endpoint
            {
                public override ScopeSet RequiredScopes => [Scope.Admin];
                [RequireLogin] public virtual Task ⟦POD2012⟧Kept(Session session) => Task.CompletedTask;
                [RequireScopes("x"), IdempotentCall] public virtual Task ⟦POD2012⟧Changed(Session session) => Task.CompletedTask;
            }
            public class NoteEndpoint : BaseEndpoint
            {
                [ReadOnlyCall] public override Task ⟦POD2012⟧Changed(Session session) => Task.CompletedTask;
            }
            """).Project.Endpoints;
        var (kept, changed) = (endpoints[1].Methods[0], endpoints[1].Methods[1]);

        Assert.Equal(["serverpod.admin"], endpoints[1].Access.Scopes!);
        Assert.Equal(["new MaxRequestSizeAttribute(7)"], endpoints[1].Attributes.Where(static text => text.Contains("Size", StringComparison.Ordinal)));
        Assert.Equal((true, true), (kept.Access.RequiresLogin, kept.IsUnauthenticated));
        Assert.Equal((false, 0, false, true), (changed.Access.RequiresLogin, changed.Access.Scopes!.Count, changed.IsIdempotent, changed.IsReadOnly));
    }

    [Fact]
    public void Attributes_become_expressions_for_the_running_server()
    {
        var method = Endpoint("""
            [Obsolete("Use \"B\"."), RequireScopes("a", "b"), Marked(typeof(int), DayOfWeek.Friday, Weight = 1.5f), IdempotentCall]
                public Task A(Session session) => Task.CompletedTask;
            }
            public sealed class MarkedAttribute(Type type, DayOfWeek day) : Attribute
            {
                public float Weight { get; set; }
            """).Methods.Single();

        Assert.Equal(
            ["new System.ObsoleteAttribute(\"Use \\\"B\\\".\")", "new RequireScopesAttribute([\"a\", \"b\"])", "new Sample.Server.MarkedAttribute(typeof(int), System.DayOfWeek.Friday) { Weight = 1.5f }"],
            method.Attributes);
    }

    private static EndpointDefinition Endpoint(string members) => GeneratorRun.ExpectMarked(
        $"{Scopes}=== TodoEndpoint.cs\nnamespace Sample.Server;\npublic class TodoEndpoint : Endpoint\n{{\n    {members}\n}}\n").Project.Endpoints.Single();
}
