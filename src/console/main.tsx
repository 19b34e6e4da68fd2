import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WordsProvider } from "./app/words";
import { Entrance } from "./frame/entrance";
import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/parts.css";
import "./style/tool.css";
import "./style/set-up.css";
import "./style/people.css";

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <WordsProvider>
        <Entrance />
      </WordsProvider>
    </StrictMode>,
  );
