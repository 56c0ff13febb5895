namespace Pod.ServiceDefaults.Tests.Support;

/// <summary>A span as it arrived over OTLP.</summary>
internal sealed record ReceivedSpan(string Service, string Source, string TraceId, string Id, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags)
{
    public static IEnumerable<ReceivedSpan> ReadAll(byte[] request) =>
        from resource in new ProtobufMessage(request).Messages(1)
        let service = TagsOf(resource.Messages(1).Single(), 1).GetValueOrDefault("service.name", "")
        from scope in resource.Messages(2)
        let source = scope.Messages(1).Single().Text(1)
        from span in scope.Messages(2)
        select new ReceivedSpan(service, source, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), TagsOf(span, 9));

    private static Dictionary<string, string> TagsOf(ProtobufMessage message, int field) =>
        message.Messages(field).ToDictionary(static tag => tag.Text(1), static tag => ValueOf(tag.Messages(2).Single()));

    private static string ValueOf(ProtobufMessage value) => value.Has(1) ? value.Text(1) : value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
