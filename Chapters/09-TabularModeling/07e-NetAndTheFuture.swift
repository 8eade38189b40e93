// # In which direction models are wrong
//
// Section 9.7 · After this page you know in which direction a model is wrong that has to speak of the future.

import Figures
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func netAndTheFuture() throws {
        // Among the book's training rows are some that are later than its validation rows (section 9.4), so there a
        // model need not go beyond the end. If the latest 5 % are what is judged, it must:
        // #hide
        if try judgedByTheLatest.data.splits == prepared.splits {
            return show("In \(dataName) the latest 5 % are what was judged already.")
        }
        let rivals = try rivalsOnTheLatest
        let (nets, forests) = (rivals.errors(rivals.nets), rivals.errors(rivals.forests))
        record("net/rmse-of-the-latest-5-percent", over: nets)
        record("net/rmse-of-the-latest-5-percent-forest", over: forests)
        record("net/rmse-of-the-latest-5-percent-mean", rivals.errorOfMean)
        let isBetter = Spread(nets).mean < Spread(forests).mean
        show(
            isBetter, "the net is better than the forest on the latest rows",
            predict: .yesNo("On rows that are later than all training rows, is the net better?", isBetter))

        // In which direction are both wrong? If prices rise and a model stays behind, its predictions are too low on
        // average. The mean of prediction less target, in logarithms:
        var table = TextTable(["model", "mean error of the latest 5 %"], decimals: 3)
        let (forestErrors, netErrors) = (rivals.meanErrors(rivals.forests), rivals.meanErrors(rivals.nets))
        table.add("forest", Spread(forestErrors))
        table.add("net", Spread(netErrors))
        let isTooLow = Spread(forestErrors).mean < 0
        show(
            table, "How much is predicted too low, below zero, or too high, \(dataName)",
            predict: .choice(
                "A forest judges sales that are later than all that it knows. What are its predictions on average?",
                ["too low", "too high"], answer: isTooLow ? "too low" : "too high"))
        record("net/mean-error-of-the-latest-5-percent-forest", over: forestErrors)
        record("net/mean-error-of-the-latest-5-percent", over: netErrors)

        // A mean of past prices cannot follow. The net has learned a slope for the seconds, and goes on with it;
        // whether that is right, only the future can say.
    }
}
