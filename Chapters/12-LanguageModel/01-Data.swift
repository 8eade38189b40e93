// # The data
//
// Section 12.1 · After this page you know the text that every model of this chapter reads, to the last word.

import Datasets
import Notebook
import Tensors

extension LanguageModel {
    func lines() {
        show(HumanNumbers.training.count + HumanNumbers.validation.count, "lines in both files")
    }
}
