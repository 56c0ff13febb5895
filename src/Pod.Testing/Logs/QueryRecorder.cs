using Pod.Database;
using Pod.Runtime;
using Pod.Testing.Scopes;

namespace Pod.Testing.Logs;

/// <summary>Writes every statement into the log of the test whose session sent it.</summary>
internal sealed class QueryRecorder : IDatabaseInterceptor
{
    public ValueTask ExecutedAsync(DatabaseCommand command, TimeSpan duration, long rows) => Record(command, rows, null);

    public ValueTask FailedAsync(DatabaseCommand command, Exception exception) => Record(command, 0, exception);

    private static ValueTask Record(DatabaseCommand command, long rows, Exception? failure)
    {
        if (command.Session is Session { Resources: TestResources { Test: { } test } } session)
        {
            var caller = session.Method.Length == 0 ? session.Endpoint : $"{session.Endpoint}.{session.Method}";
            test.Log.Add(new LoggedQuery(command.Text, caller, session.SessionId, rows, failure));
        }

        return ValueTask.CompletedTask;
    }
}
