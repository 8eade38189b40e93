// # Choose your own adventure
//
// Section 1.11 · After this page you know where to go on.

import Figures
import Notebook

// You have trained models of several kinds, and know what to ask when somebody shows you theirs: how good is it on data
// that it has not learned from, and are these like those that are to come? From here there are several ways, and you
// may take them in any order:

extension FirstModels {
    func whereToGoNow() {
        var table = TextTable(["if you want to …", "go to"])
        table.add("make something that others can use", "chapter 2: a classifier of bears as a web page")
        table.add("think about what such models do to people", "chapter 3: data ethics")
        table.add("know how it works, from the ground up", "chapter 4: a digit classifier, by hand")
        table.add("tell breeds apart, and improve a model step by step", "chapter 5")
        table.add("work with tables, or with texts", "chapters 9 and 10")
        show(table, "Where to go from here")

        // Whichever you choose: the best way to learn this is to do it. Take a small project that you care about,
        // better four or five small ones than a large one. (Small things get used: the mail service FastMail, which the
        // book's author had founded, filtered spam with a net of a single layer in 2002.) When you are stuck, go back
        // to the first place that was not clear, try things, go on all the same, and come back later.
        // `swift run exercises` has tasks for every chapter, `swift run ask` asks the book's questions.
    }
}
