// # Conclusion
//
// Section 11.8 · After this page you know which layer to take for data of your own.

import Figures
import Notebook

// With this chapter the second part of the book ends. You have met all applications, and can now change what goes into
// them at every layer. What is left are the nets themselves, which the next chapters take apart.

extension DataPipelines {
    func whatIsWhere() {
        var table = TextTable(["you have", "take", "page"])
        table.add("files that lie as everybody's do", "one line", "section 11.1")
        table.add("one photo with one target of a usual kind", "a data block", "chapters 5 and 6")
        table.add("a step that nobody has thought of", "a transform of your own", "section 11.3")
        table.add("one pipeline that makes the whole item", "a transformed list", "section 11.7")
        table.add("inputs and targets from the same item", "transformed tuples", "section 11.6")
        table.add("items that must be made equal before a batch", "a hook before the batch", "section 11.6")
        table.add("a new kind of item", "a type with Showable and Collatable", "section 11.7")
        show(table, "Which layer to take")
        // What is worth keeping in mind at all layers: what is learned from data is learned from the training set
        // alone; what chance decides follows from a seed; and two ways that should give the same batches can be
        // compared, bit by bit. Then look at a batch.
    }
}
