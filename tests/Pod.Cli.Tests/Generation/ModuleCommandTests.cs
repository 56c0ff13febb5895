using System.Text.Json;

namespace Pod.Cli.Tests.Generation;

/// <summary>A server that references modules, as a build leaves it.</summary>
public sealed class ModuleCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public ModuleCommandTests()
    {
        AddModule("billing", "Acme.Billing");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  bill: module:billing:Bill?\n");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Models_of_a_referenced_module_can_be_named()
    {
        var result = await _project.PodAsync("generate");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("using BillingBill = Acme.Billing.Server.Bill;", _project.Read("My.App.Server/Generated/Models/Note.cs"), StringComparison.Ordinal);
        using var contract = JsonDocument.Parse(_project.Read("My.App.Server/pod.contract.json"));
        Assert.Equal("Bill", contract.RootElement.GetProperty("modules").GetProperty("billing").GetProperty("types").EnumerateObject().Single().Name);
    }

    [Fact]
    public async Task The_application_may_choose_another_nickname()
    {
        _project.Write("My.App.Server/pod.json", """{ "modules": { "billing": { "nickname": "bills" } } }""");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  bill: module:bills:Bill?\n");

        var result = await _project.PodAsync("generate");

        Assert.True(result.ExitCode == 0, result.All);
    }

    [Fact]
    public async Task Two_modules_of_one_name_are_refused_with_both()
    {
        AddModule("billing", "Other.Billing");

        var result = await _project.PodAsync("generate");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Acme.Billing.Server and Other.Billing.Server", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My.App.Server/pod.json", """{ "modules": { "shipping": { "nickname": "ships" } } }""", "does not reference")]
    [InlineData("My.App.Server/pod.json", """{ "type": "libary" }""", "Write 'server' or 'module'")]
    [InlineData("Acme.Billing/pod/module.json", """{ "format": 2 }""", "newer version of Pod")]
    [InlineData("Acme.Billing/pod/module.json", "{ nonsense", "cannot be read")]
    [InlineData("Acme.Billing/pod/module.json", """
        { "format": 1, "module": "b", "nickname": "b", "serverNamespace": "B", "clientNamespace": "B", "clientClass": "B", "models": ["gone.pod.yaml"] }
        """, "is not there")]
    public async Task What_is_wrong_with_a_module_is_explained(string file, string text, string message)
    {
        _project.Write(file, text);

        var result = await _project.PodAsync("generate");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_may_be_a_module_itself()
    {
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model);
        _project.Write("My.App.Server/pod.json", """{ "type": "module", "module": "notes", "nickname": "pad" }""");

        var result = await _project.PodAsync("generate");

        Assert.True(result.ExitCode == 0, result.All);
        using var manifest = JsonDocument.Parse(_project.Read("My.App.Server/pod/module.json"));
        Assert.Equal(("notes", "pad", "MyAppModule"), (Text("module"), Text("nickname"), Text("clientClass")));
        Assert.Contains("public sealed class MyAppModule", _project.Read("My.App.Client/Generated/MyAppModule.cs"), StringComparison.Ordinal);

        string? Text(string name) => manifest.RootElement.GetProperty(name).GetString();
    }

    private void AddModule(string name, string application)
    {
        _project.Write($"{application}/pod/module.json", $$"""
            { "format": 1, "module": "{{name}}", "nickname": "{{name}}", "serverNamespace": "{{application}}.Server", "clientNamespace": "{{application}}.Client",
              "clientClass": "Module", "models": ["Models/bill.pod.yaml"] }
            """);
        _project.Write($"{application}/Models/bill.pod.yaml", "class: Bill\nfields:\n  total: decimal\n");
        _project.Write($"{application}/pod.contract.json", """{ "format": 1, "module": "billing", "endpoints": { }, "types": { "Bill": { "kind": "class", "fields": [ ] } } }""");
        File.AppendAllText(_project.PathOf("My.App.Server/obj/pod.input"), $"\nmodule={_project.PathOf($"{application}/pod/module.json")}");
    }
}
