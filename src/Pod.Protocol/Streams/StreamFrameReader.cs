using System.Text.Json;
using System.Text.Unicode;

namespace Pod.Protocol.Streams;

/// <summary>Takes a received frame apart, without copying what need not be copied.</summary>
internal ref struct StreamFrameReader(ReadOnlyMemory<byte> utf8)
{
    // The value inside may itself be 64 levels deep.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = PodJson.MaxDepth + 4 };

    private readonly ReadOnlyMemory<byte> _utf8 = utf8;
    private Utf8JsonReader _reader = new(utf8.Span, Options);
    private StreamFrameType? _type;
    private StreamFrameFields _fields;
    private bool _hasData;

    public bool TryRead(out StreamFrame frame)
    {
        frame = default;
        try
        {
            if (!Utf8.IsValid(_utf8.Span) || !_reader.Read() || _reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (PodJson.NextProperty(ref _reader))
            {
                ReadMember();
            }

            _reader.Read();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // InvalidOperationException: what the JSON reader says to a value of another kind or an unpaired surrogate.
            return false;
        }

        if (_type is not { } type || !_fields.AreCompleteFor(type, _hasData))
        {
            return false;
        }

        frame = _fields.ToFrame(type);
        return true;
    }

    private void ReadMember()
    {
        if (_reader.ValueTextEquals("type"u8))
        {
            _reader.Read();
            _type = StreamFrameNames.TypeOf(ref _reader);
        }
        else if (_reader.ValueTextEquals("data"u8))
        {
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.StartObject)
            {
                _hasData = true;
                while (PodJson.NextProperty(ref _reader))
                {
                    ReadDataMember();
                }
            }
            else
            {
                _reader.Skip();
            }
        }
        else
        {
            _reader.Skip();
        }
    }

    private void ReadDataMember()
    {
        if (_reader.ValueTextEquals("en"u8))
        {
            _fields.Endpoint = ReadText();
        }
        else if (_reader.ValueTextEquals("m"u8))
        {
            _fields.Method = ReadText();
        }
        else if (_reader.ValueTextEquals("cid"u8))
        {
            _reader.Read();
            _fields.CallId = _reader.GetGuid();
        }
        else if (_reader.ValueTextEquals("p"u8))
        {
            _fields.Parameter = ReadString();
        }
        else if (_reader.ValueTextEquals("o"u8) || _reader.ValueTextEquals("ex"u8))
        {
            _reader.Read();
            var start = (int)_reader.TokenStartIndex;
            _reader.Skip();
            _fields.Value = _utf8[start..(int)_reader.BytesConsumed];
        }
        else if (_reader.ValueTextEquals("cr"u8))
        {
            _reader.Read();
            _fields.CloseReason = StreamFrameNames.CloseReasonOf(ref _reader);
        }
        else if (_reader.ValueTextEquals("args"u8))
        {
            _fields.Arguments = ReadText();
        }
        else
        {
            ReadRareMember();
        }
    }

    private void ReadRareMember()
    {
        if (_reader.ValueTextEquals("is"u8))
        {
            _reader.Read();
            _fields.Inputs = _reader.TokenType == JsonTokenType.Null ? null : PodJson.List(PodJson.String).Read(ref _reader, JsonAudience.Visible);
        }
        else if (_reader.ValueTextEquals("auth"u8))
        {
            _fields.Authorization = ReadString();
        }
        else if (_reader.ValueTextEquals("am"u8))
        {
            _reader.Read();
            _fields.CookieMode = _reader.TokenType == JsonTokenType.Null ? null : StreamFrameNames.CookieModeOf(ref _reader);
        }
        else if (_reader.ValueTextEquals("traceparent"u8))
        {
            _fields.TraceParent = ReadString();
        }
        else if (_reader.ValueTextEquals("res"u8))
        {
            _reader.Read();
            _fields.OpenResult = StreamFrameNames.OpenResultOf(ref _reader);
        }
        else if (_reader.ValueTextEquals("req"u8))
        {
            _fields.Offending = ReadText();
        }
        else
        {
            _reader.Skip();
        }
    }

    private string? ReadString()
    {
        _reader.Read();
        return _reader.GetString();
    }

    private ReadOnlyMemory<byte>? ReadText()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.String)
        {
            throw new FormatException("A text was expected.");
        }

        if (!_reader.ValueIsEscaped)
        {
            return _utf8.Slice((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);
        }

        var text = new byte[_reader.ValueSpan.Length];
        return text.AsMemory(0, _reader.CopyString(text));
    }
}
