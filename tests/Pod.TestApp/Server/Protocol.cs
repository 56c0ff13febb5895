using ChatApp.Model;
using Microsoft.AspNetCore.Authorization;
using Pod.Protocol;
using Pod.Runtime;

namespace ChatApp.Server;

public sealed class Protocol : PodServerProtocol
{
    private static readonly JsonCodec<List<Message>> MessagesJson = PodJson.List(PodJson.Model<Message>());
    private static readonly JsonCodec<int?> MaybeJson = PodJson.Nullable(PodJson.Int32);

    public override ModelRegistry Models { get; } = new([ModelType.Of<Channel>(), ModelType.Of<Message>(), ModelType.Of<ChannelNotFound>()]);

    public override IReadOnlyList<EndpointDescriptor> Endpoints { get; } =
    [
        new EndpointDescriptor<AdminEndpoint>("admin",
        [
            new CallMethod<AdminEndpoint>("fail", [], static (endpoint, call) => endpoint.Fail(call.Session)),
            new CallMethod<AdminEndpoint, string>("reset", [], PodJson.String, static (endpoint, call) => endpoint.Reset(call.Session)),
            new CallMethod<AdminEndpoint, string>("erase", [], PodJson.String, static (endpoint, call) => endpoint.Reset(call.Session))
            {
                Metadata = [new RequireScopesAttribute("eraser")],
            },
            new StreamMethod<AdminEndpoint, int>("watch", [], [], PodJson.Int32, static (endpoint, call) => endpoint.Watch(call.Session)),
        ]),
        new EndpointDescriptor<MemberEndpoint>("member",
        [
            new CallMethod<MemberEndpoint, string>("name", ["number"], PodJson.String,
                static (endpoint, call) => endpoint.Name(call.Session, call.ReadOptional(0, PodJson.Int32, 0))),
            new CallMethod<MemberEndpoint, string>("edit", [], PodJson.String, static (endpoint, call) => endpoint.Name(call.Session))
            {
                Metadata = [new RequireScopesAttribute("editor", "writer")],
            },
            new CallMethod<MemberEndpoint, string>("open", [], PodJson.String, static (endpoint, call) => endpoint.Name(call.Session))
            {
                Metadata = [new AllowAnonymousAttribute()],
            },
            new CallMethod<MemberEndpoint, string?>("rename", ["name"], PodJson.OrNull(PodJson.String),
                static (endpoint, call) => endpoint.Rename(call.Session, call.Read(0, PodJson.String))),
            new StreamMethod<MemberEndpoint, int>("watch", ["number"], [], PodJson.Int32,
                static (endpoint, call) => endpoint.Watch(call.Session, call.Read(0, PodJson.Int32), call.CancellationToken)),
            new StreamMethod<MemberEndpoint, int>("stubborn", [], [], PodJson.Int32, static (endpoint, call) => endpoint.Stubborn(call.Session)),
        ]),
        new EndpointDescriptor<ChannelEndpoint>("channel",
        [
            new CallMethod<ChannelEndpoint, Channel>("create", ["name"], PodJson.Model<Channel>(),
                static (endpoint, call) => endpoint.Create(call.Session, call.Read(0, PodJson.String))),
        ]),
        new EndpointDescriptor<MessageEndpoint>("message",
        [
            new CallMethod<MessageEndpoint, Message>("post", ["channelId", "author", "text"], PodJson.Model<Message>(),
                static (endpoint, call) => endpoint.Post(
                    call.Session, call.Read(0, PodJson.Int64), call.Read(1, PodJson.String), call.Read(2, PodJson.String))),
            new CallMethod<MessageEndpoint, List<Message>>("latest", ["channelId", "limit"], MessagesJson,
                static (endpoint, call) => endpoint.Latest(call.Session, call.Read(0, PodJson.Int64), call.ReadOptional(1, PodJson.Int32, 50))),
            new StreamMethod<MessageEndpoint, Message>("watch", ["channelId"], [], PodJson.Model<Message>(),
                static (endpoint, call) => endpoint.Watch(call.Session, call.Read(0, PodJson.Int64), call.CancellationToken)),
            new StreamMethod<MessageEndpoint, string>("shout", [], ["lines"], PodJson.String,
                static (endpoint, call) => endpoint.Shout(call.Session, call.Stream("lines", PodJson.String), call.CancellationToken)),
        ]),
        new EndpointDescriptor<ProbeEndpoint>("probe",
        [
            new CallMethod<ProbeEndpoint, string>("echo", ["text"], PodJson.String,
                static (endpoint, call) => endpoint.Echo(call.Session, call.Read(0, PodJson.String))),
            new CallMethod<ProbeEndpoint, int?>("maybe", ["value", "text"], MaybeJson,
                static (endpoint, call) => endpoint.Maybe(
                    call.Session, call.ReadOrNull(0, PodJson.Int32), call.ReadOrNull(1, PodJson.String, "absent"))),
            new CallMethod<ProbeEndpoint, string>("guarded", ["text"], PodJson.String,
                static (endpoint, call) => endpoint.Echo(call.Session, call.Read(0, PodJson.String)))
            {
                Metadata = [new RequireLoginAttribute()],
            },
            new CallMethod<ProbeEndpoint, string>("anonymous", ["text"], PodJson.String,
                static (endpoint, call) => endpoint.Echo(call.Session, call.Read(0, PodJson.String)))
            {
                Metadata = [new AllowAnonymousAttribute()],
            },
            new CallMethod<ProbeEndpoint>("nothing", [], static (endpoint, call) => endpoint.Nothing(call.Session)),
            new CallMethod<ProbeEndpoint, string>("tiny", ["text"], PodJson.String,
                static (endpoint, call) => endpoint.Echo(call.Session, call.Read(0, PodJson.String)))
            {
                Metadata = [new MaxRequestSizeAttribute(16)],
            },
            new CallMethod<ProbeEndpoint, double>("unencodable", [], PodJson.Double, static (endpoint, call) => endpoint.Unencodable(call.Session)),
            new CallMethod<ProbeEndpoint, bool>("scopedSession", [], PodJson.Boolean, static (endpoint, call) => endpoint.ScopedSession(call.Session)),
            new CallMethod<ProbeEndpoint>("throw", ["kind"], static (endpoint, call) => endpoint.Throw(call.Session, call.Read(0, PodJson.String))),
            new CallMethod<ProbeEndpoint>("kept", [], static (endpoint, call) => endpoint.Kept(call.Session)),
            new CallMethod<ProbeEndpoint, bool>("finish", [], PodJson.Boolean, static (endpoint, call) => endpoint.Finish(call.Session)),
            new CallMethod<ProbeEndpoint>("hang", [], static (endpoint, call) => endpoint.Hang(call.Session, call.CancellationToken)),
            new StreamMethod<ProbeEndpoint, int>("count", ["to"], [], PodJson.Int32,
                static (endpoint, call) => endpoint.Count(call.Session, call.Read(0, PodJson.Int32), call.CancellationToken)),
            new StreamMethod<ProbeEndpoint, string>("bulk", ["size"], [], PodJson.String,
                static (endpoint, call) => endpoint.Bulk(call.Session, call.Read(0, PodJson.Int32), call.CancellationToken)),
            new StreamMethod<ProbeEndpoint, int>("silent", [], [], PodJson.Int32,
                static (endpoint, call) => endpoint.Silent(call.Session, call.CancellationToken)),
            new StreamMethod<ProbeEndpoint, int>("failAfter", ["items", "declared"], [], PodJson.Int32,
                static (endpoint, call) => endpoint.FailAfter(call.Session, call.Read(0, PodJson.Int32), call.Read(1, PodJson.Boolean))),
            new StreamingCallMethod<ProbeEndpoint, long>("sum", [], ["numbers"], PodJson.Int64,
                static (endpoint, call) => endpoint.Sum(call.Session, call.Stream("numbers", PodJson.Int32))),
            new StreamingCallMethod<ProbeEndpoint, string>("readOutcome", [], ["numbers"], PodJson.String,
                static (endpoint, call) => endpoint.ReadOutcome(call.Session, call.Stream("numbers", PodJson.Int32))),
            new StreamMethod<ProbeEndpoint, int>("takeTwo", [], ["numbers"], PodJson.Int32,
                static (endpoint, call) => endpoint.TakeTwo(call.Session, call.Stream("numbers", PodJson.Int32), call.CancellationToken)),
            new StreamingCallMethod<ProbeEndpoint>("consume", ["gate"], ["numbers"],
                static (endpoint, call) => endpoint.Consume(
                    call.Session, call.Stream("numbers", PodJson.Int32), call.Read(0, PodJson.String), call.CancellationToken)),
        ]),
    ];
}
