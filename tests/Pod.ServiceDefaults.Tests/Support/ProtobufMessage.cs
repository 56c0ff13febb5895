using System.Buffers.Binary;
using System.Text;

namespace Pod.ServiceDefaults.Tests.Support;

/// <summary>A protobuf message without its schema: the fields by their numbers.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, byte[] Bytes, ulong Number)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var key = ReadVarint(ref bytes);
            var (field, type) = ((int)(key >> 3), (int)(key & 7));
            switch (type)
            {
                case 0:
                    _fields.Add((field, [], ReadVarint(ref bytes)));
                    break;
                case 1:
                    _fields.Add((field, [], BinaryPrimitives.ReadUInt64LittleEndian(bytes)));
                    bytes = bytes[8..];
                    break;
                case 5:
                    _fields.Add((field, [], BinaryPrimitives.ReadUInt32LittleEndian(bytes)));
                    bytes = bytes[4..];
                    break;
                default:
                    var length = (int)ReadVarint(ref bytes);
                    _fields.Add((field, bytes[..length].ToArray(), 0));
                    bytes = bytes[length..];
                    break;
            }
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int field) => _fields.Where(item => item.Field == field).Select(static item => new ProtobufMessage(item.Bytes));

    public bool Has(int field) => _fields.Exists(item => item.Field == field);

    public ulong Number(int field) => _fields.Find(item => item.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    private byte[] Bytes(int field) => _fields.Find(item => item.Field == field).Bytes ?? [];

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }
}
