// # The Drivetrain Approach
//
// Section 2.1 · After this page you can plan a project from what it is for, and not from what can be modelled.

import Figures
import Notebook
import Tensors

// There are exact models that nobody needs, and rough ones that change a business. What makes the difference is whether
// somebody *acts* otherwise because of the model. In 2012, Jeremy Howard, Margit Zwemer and Mike Loukides described how
// to get there, and called it the Drivetrain Approach. Four steps, in this order:
//
// 1. *Objective*: what do you want to happen?
// 2. *Levers*: what can you do about it? What could you change today?
// 3. *Data*: what would tell you how the levers act on the objective? Some of it you have. Some you may have to
//    collect, and for that you may have to pull the levers on purpose.
// 4. *Models*: only now. Their inputs are the levers, and what cannot be influenced; together, their outputs say what
//    becomes of the objective.

extension ModelToProduction {
    func drivetrain() {
        show(
            NodeDiagram(
                "The Drivetrain Approach",
                [
                    .init("objective", 0, 1), .init("levers", 1, 1), .init("data", 2, 1),
                    .init("models", 3, 1, isStep: true), .init("what cannot be changed", 2, 0),
                    .init("what is done", 4, 1, isStep: true),
                ],
                [
                    .init("objective", "levers"), .init("levers", "data"), .init("data", "models"),
                    .init("what cannot be changed", "models"), .init("models", "what is done"),
                    .init("what is done", "objective", "serves", isBack: true),
                ]), "Four steps; the models come last")

        // Three projects, step by step. The first is a search engine, and the new thing about Google's was the third
        // step: the links between pages, which others had and did not use. The last one is about bears. It belongs to
        // this chapter.
        var table = TextTable(["", "search engine", "recommendations", "bears at a camp"])
        table.add(
            "objective", "the most relevant page is seen", "sales that would not have happened", "nobody meets a bear")
        table.add("levers", "the order of results", "the order of recommendations", "whom to warn, and when")
        table.add(
            "data", "which pages link to which", "random recommendations, and what was bought",
            "pictures of the camp's cameras, by day and night")
        table.add(
            "models", "relevance of a page", "chance of a sale with and without", "is it a bear? where will it go?")
        show(table, "Levers before data, data before models")
        // See how the third row changes what is done. Whoever begins with a model of bears takes photos from the
        // internet. Whoever begins with the warning wants the camp's own cameras, at night, and needs to know how a
        // warning reaches people who are asleep.
        //
        // A car that drives by itself needs dozens of models, and its passengers see none. A model is one part of a
        // product. (`swift run ch02 --worksheet FILE` asks these questions about a project of your own; section 2.7
        // says more.)
    }
}
