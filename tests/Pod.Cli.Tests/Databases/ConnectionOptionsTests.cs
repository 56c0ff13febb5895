using Pod.Cli.Database;
using Pod.Cli.Projects;

namespace Pod.Cli.Tests.Databases;

public sealed class ConnectionOptionsTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();
    private readonly ConnectionOptions _options = new();
    private readonly System.CommandLine.Command _command = new("test");

    public ConnectionOptionsTests() => _options.AddTo(_command);

    private ServerProject Server => new(_project.PathOf("My.App.Server/My.App.Server.csproj"));

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_options_value_comes_before_the_file_of_the_mode_and_that_before_the_general_one()
    {
        _project.Write("My.App.Server/appsettings.json", Settings("general"));
        _project.Write("My.App.Server/appsettings.Staging.json", Settings("staging"));

        Assert.Equal("Host=general", Find("--mode", "Development"));
        Assert.Equal("Host=staging", Find("--environment", "Staging"));
        Assert.Equal("Host=given", Find("--mode", "Staging", "--connection", "Host=given"));
    }

    [Fact]
    public async Task Production_has_no_private_database_to_fall_back_on()
    {
        var exception = await Assert.ThrowsAsync<CliException>(() => _options.OpenAsync(_command.Parse(["--mode", "Production"]), Server, CancellationToken.None));

        Assert.Equal(("POD4203", ExitCode.ConfigurationInvalid), (exception.Id, exception.ExitCode));
        Assert.Contains("ConnectionStrings__poddb", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_settings_file_is_named()
    {
        _project.Write("My.App.Server/appsettings.json", "{ nonsense");

        var exception = Assert.Throws<CliException>(() => Find());

        Assert.Contains("appsettings.json", exception.Message, StringComparison.Ordinal);
    }

    private static string Settings(string host) => $$"""{ "ConnectionStrings": { "poddb": "Host={{host}}" } }""";

    private string? Find(params string[] arguments) => _options.Find(_command.Parse(arguments), Server);
}
