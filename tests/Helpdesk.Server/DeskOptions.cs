namespace Helpdesk.Server;

public sealed class DeskOptions
{
    public int Lines { get; set; } = 3;
}
