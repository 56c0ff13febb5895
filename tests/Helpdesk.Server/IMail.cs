namespace Helpdesk.Server;

public interface IMail
{
    void Send(string text);
}
