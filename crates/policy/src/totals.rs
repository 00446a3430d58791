//! Disclosure control of a table of counts: no count from 1 to 10, and none that would give one away.

/// Counts that would be given, by row and column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The counts, row by row.
    pub counts: Vec<Vec<u64>>,
    /// Which row holds the sums of the others, if one does.
    pub total_row: Option<usize>,
    /// Which column does.
    pub total_column: Option<usize>,
}

/// A place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// From 0.
    pub row: usize,
    /// From 0.
    pub column: usize,
}

/// The least count that may be shown, but for 0.
const LEAST: u64 = 11;

impl Table {
    /// The cells that may not be shown. A line with sums never lacks exactly one cell: the smallest other
    /// one goes too, until nothing can be found by subtraction of one line.
    #[must_use]
    pub fn small_cells(&self) -> Vec<Cell> {
        let mut hidden: Vec<Cell> =
            self.cells().filter(|cell| (1..LEAST).contains(&self.count(*cell))).collect();
        while let Some(next) = self.given_away(&hidden) {
            hidden.push(next);
        }
        hidden.sort_unstable();
        hidden
    }

    /// Whether there is a cell that may be shown.
    #[must_use]
    pub fn shows_something(&self) -> bool {
        self.small_cells().len() < self.cells().count()
    }

    /// The cell to hide next, in a line whose only hidden cell could be found by subtraction.
    fn given_away(&self, hidden: &[Cell]) -> Option<Cell> {
        let rows = (0..self.counts.len())
            .filter(|_| self.total_column.is_some())
            .map(|row| self.cells().filter(move |cell| cell.row == row).collect::<Vec<Cell>>());
        let width = self.counts.iter().map(Vec::len).max().unwrap_or(0);
        let columns = (0..width).filter(|_| self.total_row.is_some()).map(|column| {
            self.cells().filter(move |cell| cell.column == column).collect::<Vec<Cell>>()
        });
        rows.chain(columns).find_map(|line| {
            let (lost, shown): (Vec<Cell>, Vec<Cell>) =
                line.into_iter().partition(|cell| hidden.contains(cell));
            if lost.len() != 1 {
                return None;
            }
            // A zero hides nothing that the reader would not guess, so it goes last.
            shown.into_iter().min_by_key(|cell| (self.count(*cell) == 0, self.count(*cell), *cell))
        })
    }

    fn cells(&self) -> impl Iterator<Item = Cell> {
        self.counts
            .iter()
            .enumerate()
            .flat_map(|(row, counts)| (0..counts.len()).map(move |column| Cell { row, column }))
    }

    fn count(&self, cell: Cell) -> u64 {
        self.counts.get(cell.row).and_then(|row| row.get(cell.column)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(counts: &[&[u64]], total_row: Option<usize>, total_column: Option<usize>) -> Table {
        Table { counts: counts.iter().map(|row| row.to_vec()).collect(), total_row, total_column }
    }

    #[test]
    fn counts_from_1_to_10_are_hidden_and_no_others() {
        let small = table(&[&[0, 1, 10], &[11, 12, 100]], None, None).small_cells();
        assert_eq!(small, [Cell { row: 0, column: 1 }, Cell { row: 0, column: 2 }]);
    }

    #[test]
    fn no_line_with_a_sum_lacks_exactly_one_cell() {
        let sums = table(&[&[61, 9, 70], &[58, 19, 77], &[119, 28, 147]], Some(2), Some(2));
        let small = sums.small_cells();
        for at in 0..3 {
            assert_ne!(small.iter().filter(|cell| cell.row == at).count(), 1, "{small:?}");
            assert_ne!(small.iter().filter(|cell| cell.column == at).count(), 1, "{small:?}");
        }
    }
}
