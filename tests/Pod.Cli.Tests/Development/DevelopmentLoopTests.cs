using System.Runtime.Versioning;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Tests.Development;

/// <summary>What saved files do to a running loop.</summary>
public sealed class DevelopmentLoopTests(RunningLoop loop) : IClassFixture<RunningLoop>
{
    private readonly LoopRun _run = loop.Run;

    [Fact]
    public async Task A_saved_endpoint_is_live()
    {
        await SayAsync("two");

        Assert.Equal("\"two\"", await _run.CallAsync("note/hello"));
    }

    [Fact]
    public async Task With_an_error_in_the_code_the_last_good_server_goes_on()
    {
        await SayAsync("good");
        var mark = _run.Mark();
        loop.Project.Write(LoopProject.Endpoint, LoopProject.EndpointThatSays("bad").Replace("Task.FromResult(\"bad\")", "Task.FromResult(1 +)", StringComparison.Ordinal));

        var error = await _run.WaitForAsync("error CS1525", mark);
        await _run.WaitForAsync("build    ✗", mark);

        Assert.Contains("NoteEndpoint.cs(7,", error, StringComparison.Ordinal);
        Assert.Equal("\"good\"", await _run.CallAsync("note/hello"));
        await SayAsync("mended");
    }

    [Fact]
    public async Task With_an_error_in_a_model_the_last_good_server_goes_on()
    {
        await SayAsync("good");
        var model = loop.Project.Read(LoopProject.Model);
        var mark = _run.Mark();
        loop.Project.Write(LoopProject.Model, model + "\n  wrong: strng\n");

        await _run.WaitForAsync("error POD1102", mark);
        await _run.WaitForAsync("generate ✗", mark);

        Assert.Equal("\"good\"", await _run.CallAsync("note/hello"));
        loop.Project.Write(LoopProject.Model, model);
        await SayAsync("mended");
    }

    [Fact]
    public async Task A_new_column_waits_for_its_migration_and_keeps_the_rows()
    {
        var before = long.Parse((await _run.CallAsync("note/add", """{"text":"old"}"""))!, System.Globalization.CultureInfo.InvariantCulture);
        var mark = _run.Mark();
        loop.Project.Write(LoopProject.Model, loop.Project.Read(LoopProject.Model) + "\n  stars: int, default=3\n");

        await _run.WaitForAsync("models changed: 'm'", mark);
        var rowsWhileWaiting = await _run.CallAsync("note/count");
        var created = await _run.AskAsync("create-migration");
        loop.Project.Write(LoopProject.Endpoint, LoopProject.EndpointThatSays("sum").Replace(
            "Task.FromResult(\"sum\")", "Note.Db.FindAsync(session).ContinueWith(rows => $\"stars {rows.Result[0].Stars}\")", StringComparison.Ordinal));

        Assert.True((bool)created["ok"]!, created.ToJsonString());
        Assert.Equal(before.ToString(System.Globalization.CultureInfo.InvariantCulture), rowsWhileWaiting);
        await _run.WaitForAnswerAsync("note/hello", "\"stars 3\"");
        Assert.Equal(rowsWhileWaiting, await _run.CallAsync("note/count"));
        await SayAsync("mended");
    }

    [Fact]
    public async Task A_migration_that_loses_rows_is_refused_until_it_is_forced()
    {
        loop.Project.Write("My.App.Server/Models/tag.pod.yaml", "class: Tag\ntable: tag\nfields:\n  name: string\n");
        await _run.WaitForAsync("models changed: 'm'", _run.Mark());
        await _run.AskAsync("create-migration");
        File.Delete(loop.Project.PathOf("My.App.Server/Models/tag.pod.yaml"));
        await _run.WaitForAsync("models changed: 'm'", _run.Mark());

        var refused = await _run.AskAsync("create-migration");
        var forced = await _run.AskAsync("create-migration-force");

        Assert.False((bool)refused["ok"]!);
        Assert.Contains("'tag'", (string?)refused["text"], StringComparison.Ordinal);
        Assert.True((bool)forced["ok"]!, forced.ToJsonString());
    }

    [Fact]
    public async Task A_database_that_differs_is_repaired_on_request()
    {
        var connectionString = EmbeddedPostgresServer.FindConnectionString(loop.Project.PathOf("My.App.Server/.pod/development/postgres"))!;
        // The project belongs to the loop, which disposes of it.
        var database = new DatabaseProject(connectionString, loop.Project);
        await database.ExecuteAsync("ALTER TABLE note ALTER COLUMN text DROP NOT NULL");

        var refused = await _run.AskAsync("repair");
        var repaired = await _run.AskAsync("repair-force");

        Assert.False((bool)refused["ok"]!);
        Assert.Contains("'note.text' becomes NOT NULL", (string?)refused["text"], StringComparison.Ordinal);
        Assert.EndsWith("'P' does it nevertheless.", (string?)refused["text"], StringComparison.Ordinal);
        Assert.True((bool)repaired["ok"]!, repaired.ToJsonString());
        Assert.Equal("NO", await database.ReadAsync("SELECT is_nullable FROM information_schema.columns WHERE table_name = 'note' AND column_name = 'text'"));
    }

    [Fact]
    public async Task A_call_is_one_line()
    {
        var mark = _run.Mark();
        await _run.CallAsync("note/count");

        Assert.Matches(@"^\d\d:\d\d:\d\d server   note/count ok \d+\.\d ms$", await _run.WaitForAsync("note/count", mark));
    }

    [Fact]
    public async Task An_app_beside_the_server_knows_where_it_is() =>
        Assert.Matches(@"app 1    app sees http://127\.0\.0\.1:\d+$", await _run.WaitForAsync("app sees"));

    [Fact]
    public async Task A_second_start_says_where_the_first_is()
    {
        var second = await loop.Project.PodProcessAsync("start", "--project", "My.App.Server");

        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"(pid {_run.ProcessId})", second.Errors, StringComparison.Ordinal);
        Assert.Contains("listens at http://127.0.0.1:", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_that_do_not_exist_are_answered_with_those_that_do()
    {
        var answer = await _run.AskAsync("dance");

        Assert.False((bool)answer["ok"]!);
        Assert.Contains("restart", (string?)answer["text"], StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_its_user_may_send_commands()
    {
        var socket = (string)(await _run.AskAsync("status"))["socket"]!;

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(socket));
    }

    private async Task SayAsync(string text)
    {
        loop.Project.Write(LoopProject.Endpoint, LoopProject.EndpointThatSays(text));
        await _run.WaitForAnswerAsync("note/hello", $"\"{text}\"");
    }
}
