// # Rows and columns
//
// Section 6.1 · After this page you can take rows, columns and cells out of a table, by place and by name, and make new
// columns.

import Figures
import Notebook
import Tabular

// A table is columns of equal length, each with a name and a type. All that this chapter needs of it fits on a page; a
// whole book on it is W. McKinney's "Python for Data Analysis", for pandas, and chapter 9 comes back to it.

extension OtherVisionProblems {
    func asAMatrix() throws {
        // As in a matrix, there are rows and columns, counted from 0. `...` stands for all of them, and may be left out
        // at the end. (In pandas this goes by `iloc`, and all is `:`.)
        let frame = try DataFrame(
            csvText:
                "fname,labels,is_valid\n000005.jpg,chair,True\n000009.jpg,horse person,True\n000012.jpg,car,False\n")
        show(frame[..., 0], "all rows of column 0: df.iloc[:,0]")
        show(frame[0, ...], "row 0, all columns: df.iloc[0,:]")
        show(frame[0].cells == frame[0, ...].cells, "the end may be left out: df.iloc[0]")
        show(
            "\(frame[1, 1])", "one cell",
            predict: .choice(
                "Rows and columns count from 0. What is in row 1, column 1?", ["chair", "horse person", "car"],
                answer: "\(frame[1, 1])"))

        // Better than places are names. Nobody wants to look up which column was number 2, and when somebody inserts a
        // column, a program that goes by names still works.
        show(frame["fname"], "a column by its name: df['fname']")
        show("\(frame[2, "labels"])", "a cell by row and name")
    }

    func newColumns() throws {
        // A column can be computed from others, for all rows at once, and gets a name when it is set:
        var frame = DataFrame(["a": [1, 2, 3], "b": [10, 20, 30]])
        frame["c"] = frame["a"] + frame["b"]
        show(
            frame, "c is a + b", predict: .numbers("a is 1, 2, 3 and b is 10, 20, 30. What is in a + b?", [11, 22, 33]))

        // Beside pandas:
        var table = TextTable(["pandas", "here", "gives"])
        table.add("df.iloc[:,0]", "frame[..., 0]", "a column, by its place")
        table.add("df.iloc[0,:], df.iloc[0]", "frame[0, ...], frame[0]", "a row, by its place")
        table.add("df.iloc[0,1]", "frame[0, 1]", "a cell")
        table.add("df['a'], df.a", "frame[\"a\"]", "a column, by its name")
        table.add("df['c'] = df['a']+df['b']", "frame[\"c\"] = frame[\"a\"] + frame[\"b\"]", "a new column")
        table.add("df[df['a']>1]", "frame[frame[\"a\"] > 1]", "the rows that …")
        table.add("df.head()", "frame.head()", "the first five rows")
        table.add("pd.read_csv(path)", "try DataFrame(csv: path)", "a table from a file")
        show(table, "Tables, in two languages")
    }

    func rowsByACondition() throws {
        // A comparison answers for every row, and the answers choose rows. How many photos of this run are for
        // validation, and which of them show nothing at all?
        let frame = try scenes.frame
        let judged = frame["is_valid"] == true
        show("\(judged.trueCount) of \(frame.rowCount)", "rows with is_valid True")
        let empty = frame["labels"].isMissing
        record("table/photos-without-label", empty.trueCount, on: source)
        show(
            (frame[judged && empty]).rowCount, "validation photos that show none of the twenty things")

        // Where a photo shows nothing, the field in the file is empty, and the value counts as *missing*. That is a
        // trap in every language: code that splits the labels must be ready for it. `labelsOf`, on a page of section
        // 6.2, makes an empty list of it. Exercise 6.1 takes the table apart by hand.
    }

    func columnsOfThisRun() throws {
        // One more column for the table of this run: how many labels a photo has. `strings` are the values of a column
        // as texts, `nil` where they are missing.
        var frame = try scenes.frame
        frame["count"] = Column(frame["labels"].strings.map { $0?.split(separator: " ").count ?? 0 })
        show(frame.head(), "with a new column")
        let most = frame["count"].ints.compactMap(\.self).max()!
        show(frame[frame["count"] == .int(most)].head(3), "photos with the most labels, at most three")
    }
}
