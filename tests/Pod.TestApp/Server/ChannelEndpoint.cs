using ChatApp.Model;
using Pod.Runtime;

namespace ChatApp.Server;

public class ChannelEndpoint : Endpoint
{
    public Task<Channel> Create(Session session, string name) => Task.FromResult(new Channel { Name = name });
}
