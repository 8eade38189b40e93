// Until the chapter's questions are merged.

import Testing

@Suite struct `17 Questionnaire` {}
