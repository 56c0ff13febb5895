namespace Pod.Redis.Caching;

/// <summary>
/// The scripts of the cache. An entry is a hash: t type, v value, d its end (0 for none), s sliding milliseconds, x the end if it is not read
/// again, n the number of groups, g1… their keys and w1… their versions when it was written. The first group is the whole cache. A group's version
/// is a random text: once deleted it never comes back, so neither a removal nor a lost key can bring an old entry back to life.
/// </summary>
internal static class CacheScripts
{
    /// <summary>KEYS: entry. ARGV: now in milliseconds, 1 to read and 0 to look.</summary>
    public const string Get =
        """
        local e = redis.call('HMGET', KEYS[1], 't', 'v', 'd', 's', 'x', 'n')
        if not e[6] then return false end
        local now = tonumber(ARGV[1])
        local x = tonumber(e[5])
        if x > 0 and x <= now then return false end
        for i = 1, tonumber(e[6]) do
          local g = redis.call('HMGET', KEYS[1], 'g' .. i, 'w' .. i)
          if redis.call('GET', g[1]) ~= g[2] then return false end
        end
        if ARGV[2] == '0' then return {e[1]} end
        local sliding = tonumber(e[4])
        if sliding > 0 then
          local d = tonumber(e[3])
          x = now + sliding
          if d > 0 and d < x then x = d end
          redis.call('HSET', KEYS[1], 'x', string.format('%.0f', x))
          redis.call('PEXPIRE', KEYS[1], string.format('%.0f', x - now))
        end
        return {e[1], e[2]}
        """;

    /// <summary>KEYS: entry, groups. ARGV: new version, type, value, end, sliding, first end, milliseconds of the entry and of its groups (0: for ever).</summary>
    public const string Set =
        """
        local fields = {'t', ARGV[2], 'v', ARGV[3], 'd', ARGV[4], 's', ARGV[5], 'x', ARGV[6], 'n', #KEYS - 1}
        local keep = tonumber(ARGV[8])
        for i = 2, #KEYS do
          local version = redis.call('GET', KEYS[i])
          if not version then
            version = ARGV[1]
            redis.call('SET', KEYS[i], version)
            if keep > 0 then redis.call('PEXPIRE', KEYS[i], ARGV[8]) end
          else
            local left = redis.call('PTTL', KEYS[i])
            if left >= 0 and keep == 0 then redis.call('PERSIST', KEYS[i])
            elseif left >= 0 and left < keep then redis.call('PEXPIRE', KEYS[i], ARGV[8]) end
          end
          fields[#fields + 1] = 'g' .. (i - 1)
          fields[#fields + 1] = KEYS[i]
          fields[#fields + 1] = 'w' .. (i - 1)
          fields[#fields + 1] = version
        end
        redis.call('DEL', KEYS[1])
        redis.call('HMSET', KEYS[1], unpack(fields))
        if tonumber(ARGV[7]) > 0 then redis.call('PEXPIRE', KEYS[1], ARGV[7]) end
        return 1
        """;
}
