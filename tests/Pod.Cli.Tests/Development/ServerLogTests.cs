using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Processes;

namespace Pod.Cli.Tests.Development;

public sealed class ServerLogTests
{
    private readonly EventStream _events = new(TimeProvider.System);
    private readonly List<string> _addresses = [];

    [Fact]
    public void A_call_ends_with_the_statements_and_lines_of_its_session()
    {
        var happened = Read(
            """{"EventId":2200,"LogLevel":"Information","Category":"Pod.Database","Message":"select took 1 ms","State":{"Duration":1.25,"Text":"SELECT 1"},"Scopes":[{"Message":"x"},{"SessionId":"a"}]}""",
            """{"EventId":0,"LogLevel":"Warning","Category":"App","Message":"careful","State":{},"Scopes":[{"SessionId":"b"}]}""",
            """{"EventId":0,"LogLevel":"Warning","Category":"App","Message":"beware","State":{},"Scopes":[{"SessionId":"a"}]}""",
            """{"EventId":2000,"LogLevel":"Debug","Category":"Pod.Runtime.Session","Message":"Call note/add took 12.5 ms.","State":{"Endpoint":"note","Method":"add","Milliseconds":12.5},"Scopes":[{"SessionId":"a"}]}""");

        var call = Assert.IsType<CallEnded>(happened[^1]);
        Assert.Equal("note/add ok 12.5 ms", call.Text);
        Assert.Equal(["1.3 ms  SELECT 1", "beware"], call.Details);
    }

    [Fact]
    public void A_failed_call_has_its_stack_and_is_an_error_of_the_log()
    {
        var happened = Read("""{"EventId":2001,"LogLevel":"Error","Category":"Pod.Runtime.Session","Message":"Call note/add failed.","Exception":"System.Exception: no\n   at A()","State":{"Endpoint":"note","Method":"add"},"Scopes":[]}""");

        Assert.Equal(LogLevel.Error, Assert.IsType<LogWritten>(happened[0]).Level);
        var call = Assert.IsType<CallEnded>(happened[1]);
        Assert.True(call.IsFailure);
        Assert.Equal(["System.Exception: no", "   at A()"], call.Details);
    }

    [Fact]
    public void The_address_is_found_in_both_forms_of_log()
    {
        Read("""{"EventId":2403,"LogLevel":"Information","Category":"Pod.Runtime","Message":"App is ready","State":{"Address":"http://127.0.0.1:5001"}}""");
        Read("info: Pod.Runtime[2403] App is ready at http://127.0.0.1:5002. Calls: POST http://127.0.0.1:5002/endpoint/method.");

        Assert.Equal(["http://127.0.0.1:5001", "http://127.0.0.1:5002"], _addresses);
    }

    [Fact]
    public void Open_sockets_are_counted()
    {
        var happened = Read(
            """{"EventId":2100,"LogLevel":"Debug","Category":"Pod.Runtime.Streams","Message":"opened","State":{}}""",
            """{"EventId":2100,"LogLevel":"Debug","Category":"Pod.Runtime.Streams","Message":"opened","State":{}}""",
            """{"EventId":2101,"LogLevel":"Debug","Category":"Pod.Runtime.Streams","Message":"closed","State":{}}""");

        Assert.Equal([1, 2, 1], happened.OfType<StreamsChanged>().Select(static streams => streams.Open));
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("{ not json")]
    [InlineData("""{"some":"other object"}""")]
    [InlineData("""{"EventId":"x","LogLevel":"Information","Category":"App","Message":"m"}""")]
    public void Lines_of_another_form_are_shown_as_they_are(string line) => Assert.Equal(line, Assert.Single(Read(line)).Text);

    private List<LoopEvent> Read(params string[] lines)
    {
        var log = new ServerLog(_events, _addresses.Add);
        lines.ToList().ForEach(log.Read);
        var happened = new List<LoopEvent>();
        while (_events.TryRead(out var next))
        {
            happened.Add(next);
        }

        return happened;
    }
}
