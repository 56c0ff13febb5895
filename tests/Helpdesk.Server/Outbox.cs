namespace Helpdesk.Server;

/// <summary>Would send, in production.</summary>
public sealed class Outbox : IMail
{
    public void Send(string text) => throw new InvalidOperationException("There is no mail server here.");
}
