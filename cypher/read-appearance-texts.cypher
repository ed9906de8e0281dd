// The texts of every appearance, $rowSize a row.
MATCH (appearance:Rolegraph)
WHERE appearance.key STARTS WITH $generation + '/appearance:'
RETURN
  appearance.place / $rowSize AS row,
  collect([appearance.place, appearance.titles, appearance.summary, appearance.note, appearance.quote]) AS texts
