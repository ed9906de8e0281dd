// Whether an engine that is not Neo4j computes with points in time.
RETURN
  datetime('2026-11-30T00:00:00Z').epochMillis = 1795996800000
  AND datetime() - duration({milliseconds: 1}) < datetime.realtime() AS holds
