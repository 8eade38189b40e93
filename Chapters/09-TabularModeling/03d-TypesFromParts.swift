// # Types from half a file
//
// Section 9.3 · After this page you know why a reader of tables has to look at the whole file before it says what a
// column is.

import Notebook
import Tabular
import Tensors

// Nothing in a file of comma-separated values says what is a number. The reader has to find out. To save memory, pandas
// reads a large file in parts and decides for each part; the book turns that off (`low_memory=False`). Why?

extension TabularModeling {
    func typesFromParts() throws {
        // Ten thousand machines have a number, and the last one has a letter in it:
        let rows = (1...10_000).map { "\($0),\($0 + 500)" } + ["10001,10501-B"]
        let names = "sale,machine\n"
        let halves = [rows[..<5000], rows[5000...]].map { names + $0.joined(separator: "\n") }
        let parts = try halves.map { try DataFrame(csvText: $0) }
        show(parts.map { $0["machine"].kind.rawValue }, "the type of the column, part by part")
        let whole = try DataFrame(csvText: names + rows.joined(separator: "\n"))
        show(whole["machine"].kind.rawValue, "the type of the column in the whole file")

        // In the first part, the machine of sale 1000 is the number 1500; had it been in the second, it would be the
        // text “1500”. A number and a text are never equal, so a search would find machines or not, depending on where
        // in the file they are:
        let found = parts.map { ($0["machine"] == 1500).trueCount + ($0["machine"] == 9500).trueCount }
        show(
            found, "machines 1500 and 9500, looked for as numbers in each part",
            predict: .numbers(
                "Machine 1500 is in the first part, machine 9500 in the second. How many are found in each?", found))
        let all = (whole["machine"] == "1500").trueCount + (whole["machine"] == "9500").trueCount
        show(all, "the same two, looked for as texts in the whole file")

        // Our reader goes over the file twice: the first time to find the types, the second time for the values. That
        // costs less than one would think, and it needs no more memory than the columns themselves: the file is never
        // in memory as a whole.
        //
        // Whoever knows better can say so. A number of a sale is a name, not a number to calculate with:
        let options = CSVOptions { $0.kinds = ["sale": .text] }
        show(try DataFrame(csvText: halves[0], options).columns.map(\.kind.rawValue), "types, where one was given")
    }

    func commasInFields() throws {
        // One thing more can go wrong between a file and its columns. What if a text has a comma in it? Then it stands
        // in quotation marks, and nothing in there counts. And if a text has quotation marks, such as 23.5" for the
        // size of a tyre? Then each of them is written twice:
        let lines = "machine,class,tyre\n1500,\"Wheel Loader, large\",\"23.5\"\"\"\n1501,,\"10 \"\"wide\"\"\"\n"
        show(lines, "a file of two machines")
        let machines = try DataFrame(csvText: lines)
        show(machines, "The table")
        show(
            machines.shape, "rows and columns",
            predict: .shape("How many rows and columns has this table, the names not counted?", machines.shape))

        // A quotation mark that is never closed would swallow the rest of the file. It is an error, with the line in
        // which it is:
        do { _ = try DataFrame(csvText: "machine,tyre\n1500,23.5\n1501,\"10\n1502,14\n") } catch {
            show("\(error)", "the mark that is never closed")
        }
    }
}
